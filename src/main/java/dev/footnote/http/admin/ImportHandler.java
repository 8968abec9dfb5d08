package dev.footnote.http.admin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.ImportResult;

/** Imports an uploaded dataset and reports the result. */
@Singleton
class ImportHandler {

    private static final int UNPROCESSABLE = 422;

    private final DatasetImporter importer;
    private final AdminConfig config;

    ImportHandler(DatasetImporter importer, AdminConfig config) {
        this.importer = importer;
        this.config = config;
    }

    JsonReply take(Path file, JobStatus jobs) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            ImportResult outcome = importer.takeSent(file, config.unpacked(), jobs::at);
            answer.put("imported", true);
            answer.put("same", outcome.same());
            answer.put("added", outcome.changes().added());
            answer.put("changed", outcome.changes().changed());
            answer.put("deleted", outcome.changes().deleted());
            answer.put("version", outcome.revision());
            answer.put("warningCount", outcome.problems().warned());
            answer.put("warnings", list(outcome.problems().warningTallies()));
            answer.put("warningCauses", causes(outcome.problems().warningTallies()));
            answer.put("alarms", problems(outcome.problems().alarms()));
            answer.put("repeatedCount", outcome.problems().repeated());
            return new JsonReply(200, answer);
        } catch (InvalidDatasetException broken) {
            answer.put("imported", false);
            answer.put("faultCount", broken.count());
            answer.put("faults", list(broken.faultTallies()));
            answer.put("faultCauses", causes(broken.faultTallies()));
            answer.put("warningCount", broken.warned());
            answer.put("warnings", list(broken.warningTallies()));
            answer.put("warningCauses", causes(broken.warningTallies()));
            answer.put("alarms", problems(broken.alarms()));
            return new JsonReply(UNPROCESSABLE, answer);
        }
    }

    /** The problems as a list, grouped by cause, in the order of the causes. */
    private static List<Map<String, Object>> list(List<DatasetProblems.Tally> tallies) {
        return problems(tallies.stream().flatMap(byteCounter -> byteCounter.examples().stream()).toList());
    }

    private static List<Map<String, Object>> causes(List<DatasetProblems.Tally> tallies) {
        return tallies.stream().map(byteCounter -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", byteCounter.file());
            one.put("header", byteCounter.header());
            one.put("cause", byteCounter.cause());
            one.put("count", byteCounter.count());
            one.put("examples", byteCounter.examples().size());
            return one;
        }).toList();
    }

    private static List<Map<String, Object>> problems(List<DatasetProblem> problems) {
        return problems.stream().map(problem -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", problem.file());
            one.put("line", problem.line() == 0 ? null : problem.line());
            one.put("column", problem.column() == 0 ? null : problem.column());
            one.put("header", problem.header());
            one.put("value", problem.value());
            one.put("message", problem.message());
            return one;
        }).toList();
    }
}
