package dev.footnote.trail;

import java.util.Map;
import java.util.TreeMap;

import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;

/** Counts what Footnote has no place for, by schema and property. */
final class Leftovers {

    private static final class Tally {

        private long count;
        private long first;
    }

    private final Map<String, Tally> properties = new TreeMap<>();
    private final Map<String, Tally> schemas = new TreeMap<>();

    /** Values of a property, or what else a line says. */
    void values(String name, long count, long line) {
        add(properties, name, count, line);
    }

    /** An entity as a whole. */
    void entity(String what, long line) {
        add(schemas, what, 1, line);
    }

    private static void add(Map<String, Tally> tallies, String name, long count, long line) {
        Tally tally = tallies.computeIfAbsent(name, key -> new Tally());
        tally.first = tally.count == 0 ? line : tally.first;
        tally.count += count;
    }

    void tell(String file, Faults faults) {
        schemas.forEach((name, tally) -> faults.warn(new Fault(file, tally.first, 0, name, null,
                many(tally.count, "entity", "entities") + " left out, because Footnote has no record for it.")));
        properties.forEach((name, tally) -> faults.warn(new Fault(file, tally.first, 0, name, null,
                many(tally.count, "value", "values") + " left out, because Footnote has no column for it.")));
    }

    private static String many(long count, String one, String several) {
        return count == 1 ? "One " + one + " is" : "From here on " + count + " " + several + " are";
    }
}
