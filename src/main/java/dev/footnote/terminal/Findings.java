package dev.footnote.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Faults.Tally;

/**
 * What was found in a dataset.
 *
 * @param dataset where it was read
 * @param faults by cause
 * @param warnings by cause
 * @param alarms the warnings that have to be seen
 * @param repeated how many warnings were told at an earlier import
 */
public record Findings(String dataset, List<Tally> faults, List<Tally> warnings, List<Fault> alarms, long repeated) {

    public static Findings of(String dataset, Faults found) {
        return new Findings(dataset, found.faultTallies(), found.warningTallies(), found.alarms(), found.repeated());
    }

    public static Findings of(String dataset, BrokenDataset broken) {
        return new Findings(dataset, broken.faultTallies(), broken.warningTallies(), broken.alarms(), 0);
    }

    /** @param answer of the office of a server */
    public static Findings of(String dataset, JsonNode answer) {
        return new Findings(dataset, tallies(answer.path("faultCauses"), list(answer.path("faults"))),
                tallies(answer.path("warningCauses"), list(answer.path("warnings"))), list(answer.path("alarms")),
                answer.path("repeatedCount").asLong());
    }

    private static List<Tally> tallies(JsonNode causes, List<Fault> examples) {
        List<Tally> tallies = new ArrayList<>();
        int next = 0;
        for (JsonNode cause : causes) {
            int end = Math.min(examples.size(), next + cause.path("examples").asInt());
            tallies.add(new Tally(cause.path("file").asText(), cause.path("header").asText(null), cause.path("cause").asText(),
                    cause.path("count").asLong(), examples.subList(next, end)));
            next = end;
        }
        return tallies;
    }

    private static List<Fault> list(JsonNode faults) {
        List<Fault> list = new ArrayList<>();
        faults.forEach(fault -> list.add(new Fault(fault.path("file").asText(), fault.path("line").asLong(),
                fault.path("column").asInt(), fault.path("header").asText(null), fault.path("value").asText(null),
                fault.path("message").asText())));
        return list;
    }

    long count() {
        return sum(faults);
    }

    long warned() {
        return sum(warnings);
    }

    private static long sum(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::count).sum();
    }

    /**
     * What came of it.
     *
     * @param done what was done with a dataset that has no faults, in a sentence without its full stop
     */
    String sentence(String done) {
        String aside = (warned() == 0 ? "" : ", with " + number(warned(), "warning"))
                + (repeated == 0 ? "" : ", and " + number(repeated, "warning") + " of an earlier import");
        return count() == 0 ? done + aside + "."
                : dataset + " has " + number(count(), "fault") + aside + "; nothing was imported.";
    }

    /**
     * What was written.
     *
     * @param same whether the database held it before
     */
    public record Written(boolean same, long added, long changed, long deleted, Duration took) {

        /**
         * @param answer of the office of a server
         * @return null where nothing was
         */
        public static Written of(JsonNode answer, Duration took) {
            return answer.path("imported").asBoolean() ? new Written(answer.path("same").asBoolean(),
                    answer.path("added").asLong(), answer.path("changed").asLong(), answer.path("deleted").asLong(), took)
                    : null;
        }

        String sentence(String dataset) {
            return same ? "The database holds " + dataset + " already"
                    : String.format(Locale.ROOT, "Imported %s in %.1f s: %,d added, %,d changed, %,d deleted", dataset,
                            took.toMillis() / 1000.0, added, changed, deleted);
        }
    }

    private static String number(long count, String what) {
        return count == 1 ? "one " + what : String.format(Locale.ROOT, "%,d %ss", count, what);
    }
}
