package dev.footnote.entity;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;

/** Puts together the lines of an entity that stands in several: it has the values of all and the narrowest schema. */
public final class Fragments {

    /** Of values that are held until the last line of their entity is met; about a hundred megabytes. */
    private static final long MOST_HELD = 1_000_000;

    /** An entity of which more lines are to come. */
    private record Open(Entity entity, long left) {
    }

    private final ToLongFunction<String> lines;
    private final String file;
    private final Faults faults;
    private final Entities.Reading reading;
    private final Map<String, Open> open = new HashMap<>();
    private long held;

    /**
     * @param lines in how many lines the entity of an id stands
     * @param reading gets each entity when it is whole
     */
    public Fragments(ToLongFunction<String> lines, String file, Faults faults, Entities.Reading reading) {
        this.lines = lines;
        this.file = file;
        this.faults = faults;
        this.reading = reading;
    }

    /** Takes a line. */
    public void entity(Entity entity) throws IOException {
        Open before = open.get(entity.id());
        long left = before == null ? lines.applyAsLong(entity.id()) - 1 : before.left - 1;
        Entity merged = before == null ? entity : merged(before.entity, entity);
        held += merged.size() - (before == null ? 0 : before.entity.size());
        if (left > 0) {
            open.put(entity.id(), new Open(merged, left));
            if (held > MOST_HELD) {
                throw new BrokenDataset(new Fault(file, entity.line(), 0, "Too many entities stand in several lines far from"
                        + " each other. Put them together before, such as by ftm aggregate."));
            }
            return;
        }
        open.remove(entity.id());
        held -= merged.size();
        reading.entity(merged);
    }

    private Entity merged(Entity before, Entity entity) {
        String schema = Schemata.narrower(before.schema(), entity.schema());
        if (schema == null && Schemata.number(before.schema()) + Schemata.number(entity.schema()) > 0) {
            faults.add(new Fault(file, entity.line(), 0, "id", entity.id(), "The entity is a " + entity.schema()
                    + " here and a " + before.schema() + " in line " + before.line()
                    + ", and nothing is both. Give one of them another id."));
        }
        return before.with(entity, schema == null ? before.schema() : schema);
    }
}
