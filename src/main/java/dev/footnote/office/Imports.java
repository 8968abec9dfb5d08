package dev.footnote.office;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Fault;
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
            answer.put("warnings", list(outcome.faults().warnings()));
            return new Reply(200, answer);
        } catch (BrokenDataset broken) {
            answer.put("imported", false);
            answer.put("faultCount", broken.count());
            answer.put("faults", list(broken.found()));
            answer.put("warningCount", broken.warned());
            answer.put("warnings", list(broken.warnings()));
            return new Reply(UNPROCESSABLE, answer);
        }
    }

    private static List<Map<String, Object>> list(List<Fault> faults) {
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
