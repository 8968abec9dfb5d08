package dev.footnote.dataset.mapping;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.dataset.datapackage.CsvTableReader;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.datapackage.SourceRecord;

/** Counts the foreign data that a mapping leaves out. It is reported as warnings once, before anything is read. */
final class UnmappedReport {

    /** A foreign resource: its table, and the columns that no rule reads by name. */
    record Original(CsvTableReader table, List<String> columns, Set<String> unread) {
    }

    private final String mapping;
    private final Map<String, Original> originals;
    private final List<MappingRule> rules;
    private final DatasetProblems problems;
    private boolean told;

    UnmappedReport(String mapping, Map<String, Original> originals, List<MappingRule> rules, DatasetProblems problems) {
        this.mapping = mapping;
        this.originals = originals;
        this.rules = rules;
        this.problems = problems;
    }

    String mapping() {
        return mapping;
    }

    DatasetProblems problems() {
        return problems;
    }

    void tell() throws IOException {
        if (told) {
            return;
        }
        told = true;
        for (Map.Entry<String, Original> original : originals.entrySet()) {
            List<MappingRule> reading = rules.stream().filter(rule -> rule.from().equals(original.getKey())).toList();
            new Counting(original.getValue(), reading).run();
        }
    }

    /** Counts the unmapped data of one resource. */
    private final class Counting {

        private final Original original;
        private final List<MappingRule> rules;
        /** Columns whose cells are read only in pieces. */
        private final List<String> inPieces;
        private final boolean keepsRest;
        private final Map<String, Long> cells = new LinkedHashMap<>();
        private final Map<String, Tally> pieces = new HashMap<>();
        private final Tally lines = new Tally();

        private Counting(Original original, List<MappingRule> rules) {
            this.original = original;
            this.rules = rules;
            this.inPieces = rules.stream().map(MappingRule::each).filter(each -> each != null && each.at() != null)
                    .map(each -> each.of().get(0)).distinct().filter(column -> rules.stream()
                            .noneMatch(rule -> rule.each() == null && rule.names().contains(column)))
                    .toList();
            this.keepsRest = rules.stream().anyMatch(rule -> rule.names().contains(Expression.Template.REST));
        }

        private void run() throws IOException {
            original.table().read(null, List.of(), this::line);
            if (lines.count() > 0 && rules.isEmpty()) {
                problems.warn(original.table().problem(new RecordSource.Place(0, 0, 0, 0), null, null,
                        "The mapping reads this file nowhere; " + lines.many("line") + " left out."));
            } else if (lines.count() > 0) {
                problems.warn(original.table().problem(lines.first(), null, null, "From here on "
                        + lines.many("line") + " left out, because no rule of the mapping reads them."));
            }
            cells.forEach(
                    (column, count) -> problems.warn(original.table().problem(new RecordSource.Place(0, 0, 1, 0), column, null,
                            "The mapping does not read this column; " + Tally.many(count, "cell") + " left out.")));
            pieces.forEach((column, left) -> problems.warn(original.table().problem(left.first(), column, left.example(),
                    "From here on " + left.many("piece") + " left out, because no rule of the mapping reads them.")));
        }

        private void line(SourceRecord line) {
            Expression.Cells whole = new SourceRow(line, original.unread());
            boolean read = false;
            for (MappingRule rule : rules) {
                read |= rule.each() == null ? rule.takes(whole) : takesAny(rule, line, whole);
            }
            if (!read) {
                lines.add(line, null);
            }
            if (!rules.isEmpty() && !keepsRest) {
                original.unread().stream().filter(column -> line.cell(column) != null)
                        .forEach(column -> cells.merge(column, 1L, Long::sum));
            }
            inPieces.forEach(column -> pieces(column, line, whole));
        }

        private boolean takesAny(MappingRule rule, SourceRecord line, Expression.Cells whole) {
            return rule.each().all(whole).stream()
                    .anyMatch(piece -> rule.takes(new SourceRow(line, piece.named(), piece.number(), Set.of())));
        }

        /** Counts the pieces of a cell that no rule reads. */
        private void pieces(String column, SourceRecord line, Expression.Cells whole) {
            List<MappingRule> takers = rules.stream()
                    .filter(rule -> rule.each() != null && rule.each().of().equals(List.of(column)))
                    .toList();
            int count = takers.get(0).each().all(whole).size();
            for (int i = 0; i < count; i++) {
                int piece = i;
                boolean taken = takers.stream().anyMatch(rule -> {
                    List<MappingRule.Each.Piece> all = rule.each().all(whole);
                    return piece >= all.size() || rule.takes(new SourceRow(line, all.get(piece).named(), piece, Set.of()));
                });
                if (!taken) {
                    pieces.computeIfAbsent(column, key -> new Tally()).add(line, line.cell(column));
                }
            }
        }
    }

    /** Number of left-out items, with the place of the first. */
    static final class Tally {

        private long count;
        private RecordSource.Place first;
        private String example;
        private Map<String, String> cells = Map.of();

        /** @param text text of its cell */
        void add(SourceRecord line, String text) {
            if (count++ == 0) {
                first = RecordSource.Place.of(line.place());
                example = text;
            }
        }

        /** @param said text of the cells that are left out */
        void addCells(SourceRecord line, Map<String, String> said) {
            cells = count == 0 ? said : cells;
            add(line, said.values().stream().findFirst().orElse(null));
        }

        /** Cells of the first item. */
        Map<String, String> cells() {
            return cells;
        }

        long count() {
            return count;
        }

        RecordSource.Place first() {
            return first;
        }

        String example() {
            return example;
        }

        /** The count as the start of a sentence, such as "2 lines are". */
        String many(String what) {
            return many(count, what);
        }

        static String many(long count, String what) {
            return count == 1 ? "one " + what + " is" : count + " " + what + "s are";
        }
    }
}
