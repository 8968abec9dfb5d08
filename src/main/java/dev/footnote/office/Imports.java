package dev.footnote.office;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.transfer.Importer;
import dev.footnote.transfer.Outcome;

/** Imports what was sent, and says what came of it. */
@Singleton
class Imports {

    private static final int UNPROCESSABLE = 422;

    private final Importer importer;
    private final OfficeConfig config;

    Imports(Importer importer, OfficeConfig config) {
        this.importer = importer;
        this.config = config;
    }

    Reply take(Path file, Ledger ledger) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            Outcome outcome = importer.takeSent(file, config.unpacked(), ledger::at);
            answer.put("imported", true);
            answer.put("same", outcome.same());
            answer.put("added", outcome.changes().added());
            answer.put("changed", outcome.changes().changed());
            answer.put("deleted", outcome.changes().deleted());
            answer.put("version", outcome.revision());
            answer.put("warningCount", outcome.faults().warned());
            answer.put("warnings", list(outcome.faults().warningTallies()));
            answer.put("warningCauses", causes(outcome.faults().warningTallies()));
            answer.put("alarms", faults(outcome.faults().alarms()));
            answer.put("repeatedCount", outcome.faults().repeated());
            return new Reply(200, answer);
        } catch (BrokenDataset broken) {
            answer.put("imported", false);
            answer.put("faultCount", broken.count());
            answer.put("faults", list(broken.faultTallies()));
            answer.put("faultCauses", causes(broken.faultTallies()));
            answer.put("warningCount", broken.warned());
            answer.put("warnings", list(broken.warningTallies()));
            answer.put("warningCauses", causes(broken.warningTallies()));
            answer.put("alarms", faults(broken.alarms()));
            return new Reply(UNPROCESSABLE, answer);
        }
    }

    /** Those of one cause one behind the other, in the order of the causes. */
    private static List<Map<String, Object>> list(List<Faults.Tally> tallies) {
        return faults(tallies.stream().flatMap(tally -> tally.examples().stream()).toList());
    }

    private static List<Map<String, Object>> causes(List<Faults.Tally> tallies) {
        return tallies.stream().map(tally -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", tally.file());
            one.put("header", tally.header());
            one.put("cause", tally.cause());
            one.put("count", tally.count());
            one.put("examples", tally.examples().size());
            return one;
        }).toList();
    }

    private static List<Map<String, Object>> faults(List<Fault> faults) {
        return faults.stream().map(fault -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", fault.file());
            one.put("line", fault.line() == 0 ? null : fault.line());
            one.put("column", fault.column() == 0 ? null : fault.column());
            one.put("header", fault.header());
            one.put("value", fault.value());
            one.put("message", fault.message());
            return one;
        }).toList();
    }
}
