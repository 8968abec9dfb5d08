package dev.footnote.dataset.ftm;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.InvalidDatasetException;

/**
 * Merges the lines of an entity that is spread over several lines. The result has the values of all lines and the narrowest
 * schema.
 */
public final class FtmFragmentMerger {

    /** Most values kept in memory until the last line of their entity is read; about a hundred megabytes. */
    private static final long MOST_HELD = 1_000_000;

    /** An entity with more lines to come. */
    private record Open(FtmEntity entity, long left) {
    }

    private final ToLongFunction<String> lines;
    private final String file;
    private final DatasetProblems problems;
    private final FtmLineReader.Reading reading;
    private final Map<String, Open> open = new HashMap<>();
    private long held;

    /**
     * Creates a merger.
     *
     * @param lines returns the number of lines of the entity with an id
     * @param reading receives each complete entity
     */
    public FtmFragmentMerger(ToLongFunction<String> lines, String file, DatasetProblems problems,
            FtmLineReader.Reading reading) {
        this.lines = lines;
        this.file = file;
        this.problems = problems;
        this.reading = reading;
    }

    /** Adds a line. */
    public void entity(FtmEntity entity) throws IOException {
        Open before = open.get(entity.id());
        long left = before == null ? lines.applyAsLong(entity.id()) - 1 : before.left - 1;
        FtmEntity merged = before == null ? entity : merged(before.entity, entity);
        held += merged.size() - (before == null ? 0 : before.entity.size());
        if (left > 0) {
            open.put(entity.id(), new Open(merged, left));
            if (held > MOST_HELD) {
                throw new InvalidDatasetException(
                        new DatasetProblem(file, entity.line(), 0, "Too many entities are spread over lines far apart."
                                + " Merge their lines first, for example with ftm aggregate."));
            }
            return;
        }
        open.remove(entity.id());
        held -= merged.size();
        reading.entity(merged);
    }

    private FtmEntity merged(FtmEntity before, FtmEntity entity) {
        Optional<String> schema = FtmSchemata.narrower(before.schema(), entity.schema());
        if (schema.isEmpty() && FtmSchemata.number(before.schema()) + FtmSchemata.number(entity.schema()) > 0) {
            problems.add(new DatasetProblem(file, entity.line(), 0, "id", entity.id(), "The entity is a " + entity.schema()
                    + " here and a " + before.schema() + " in line " + before.line()
                    + ", and no entity can be both. Give one of them another id."));
        }
        return before.with(entity, schema.orElse(before.schema()));
    }
}
