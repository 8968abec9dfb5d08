package dev.footnote.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;

/**
 * What was found in a dataset.
 *
 * @param dataset where it was read
 * @param faults at most the first thousand
 * @param count of all of them
 * @param warnings at most the first thousand
 * @param warned how many there are
 */
public record Findings(String dataset, List<Fault> faults, long count, List<Fault> warnings, long warned) {

    public static Findings of(String dataset, Faults found) {
        try {
            found.stop();
            return new Findings(dataset, List.of(), 0, found.warnings(), found.warned());
        } catch (BrokenDataset broken) {
            return of(dataset, broken);
        }
    }

    public static Findings of(String dataset, BrokenDataset broken) {
        return new Findings(dataset, broken.found(), broken.count(), broken.warnings(), broken.warned());
    }

    /** @param answer of the office of a server */
    public static Findings of(String dataset, JsonNode answer) {
        return new Findings(dataset, list(answer.path("faults")), answer.path("faultCount").asLong(),
                list(answer.path("warnings")), answer.path("warningCount").asLong());
    }

    private static List<Fault> list(JsonNode faults) {
        List<Fault> list = new ArrayList<>();
        faults.forEach(fault -> list.add(new Fault(fault.path("file").asText(), fault.path("line").asLong(),
                fault.path("column").asInt(), fault.path("header").asText(null), fault.path("value").asText(null),
                fault.path("message").asText())));
        return list;
    }

    /** @param done what was done with a dataset that has no faults, in a sentence without its full stop */
    String sentence(String done) {
        String aside = warned == 0 ? "" : ", with " + number(warned, "warning");
        if (count == 0) {
            return done + aside + ".";
        }
        return dataset + " has " + number(count, "fault") + aside + "; nothing was imported."
                + (count > faults.size() ? " The first " + number(faults.size(), "fault") + " are above." : "");
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
