package dev.footnote.cli.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetProblems.Tally;
import dev.footnote.dataset.datapackage.InvalidDatasetException;

/**
 * The problems found in a dataset.
 *
 * @param dataset where it was read
 * @param problems errors by cause
 * @param warnings warnings by cause
 * @param alarms warnings that must be noticed
 * @param repeated number of warnings that were reported at an earlier import
 */
public record ValidationFindings(String dataset, List<Tally> problems, List<Tally> warnings, List<DatasetProblem> alarms,
        long repeated) {

    public static ValidationFindings of(String dataset, DatasetProblems found) {
        return new ValidationFindings(dataset, found.faultTallies(), found.warningTallies(), found.alarms(), found.repeated());
    }

    public static ValidationFindings of(String dataset, InvalidDatasetException broken) {
        return new ValidationFindings(dataset, broken.faultTallies(), broken.warningTallies(), broken.alarms(), 0);
    }

    /** @param answer response of the admin API */
    public static ValidationFindings of(String dataset, JsonNode answer) {
        return new ValidationFindings(dataset, tallies(answer.path("faultCauses"), list(answer.path("faults"))),
                tallies(answer.path("warningCauses"), list(answer.path("warnings"))), list(answer.path("alarms")),
                answer.path("repeatedCount").asLong());
    }

    private static List<Tally> tallies(JsonNode causes, List<DatasetProblem> examples) {
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

    private static List<DatasetProblem> list(JsonNode problems) {
        List<DatasetProblem> list = new ArrayList<>();
        problems.forEach(problem -> list.add(new DatasetProblem(problem.path("file").asText(), problem.path("line").asLong(),
                problem.path("column").asInt(), problem.path("header").asText(null), problem.path("value").asText(null),
                problem.path("message").asText())));
        return list;
    }

    long count() {
        return sum(problems);
    }

    long warned() {
        return sum(warnings);
    }

    private static long sum(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::count).sum();
    }

    /**
     * Result as a sentence.
     *
     * @param done what was done with a dataset without errors, as a sentence without its full stop
     */
    String sentence(String done) {
        String aside = (warned() == 0 ? "" : ", with " + number(warned(), "warning"))
                + (repeated == 0 ? "" : ", and " + number(repeated, "warning") + " of an earlier import");
        return count() == 0 ? done + aside + "."
                : dataset + " has " + number(count(), "fault") + aside + "; nothing was imported.";
    }

    /**
     * Summary of what an import wrote.
     *
     * @param same whether the database already held the dataset
     */
    public record Written(boolean same, long added, long changed, long deleted, Duration took) {

        /**
         * @param answer response of the admin API
         * @return null if nothing was imported
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
