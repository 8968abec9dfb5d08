package dev.footnote.dataset.ftm;

import java.util.Map;
import java.util.TreeMap;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;

/** Counts data that Footnote cannot store, by schema and property. */
final class UnmappedProperties {

    private static final class Tally {

        private long count;
        private long first;
    }

    private final Map<String, Tally> properties = new TreeMap<>();
    private final Map<String, Tally> schemas = new TreeMap<>();

    /** Counts values of a property, or of another key of a line. */
    void values(String name, long count, long line) {
        add(properties, name, count, line);
    }

    /** Counts a whole entity. */
    void entity(String what, long line) {
        add(schemas, what, 1, line);
    }

    private static void add(Map<String, Tally> tallies, String name, long count, long line) {
        Tally tally = tallies.computeIfAbsent(name, key -> new Tally());
        tally.first = tally.count == 0 ? line : tally.first;
        tally.count += count;
    }

    void tell(String file, DatasetProblems problems) {
        schemas.forEach((name, tally) -> problems.warn(new DatasetProblem(file, tally.first, 0, name, null,
                many(tally.count, "entity", "entities") + " left out, because Footnote has no record for it.")));
        properties.forEach((name, tally) -> problems.warn(new DatasetProblem(file, tally.first, 0, name, null,
                many(tally.count, "value", "values") + " left out, because Footnote has no column for it.")));
    }

    private static String many(long count, String one, String several) {
        return count == 1 ? "One " + one + " is" : "From here on " + count + " " + several + " are";
    }
}
