package dev.footnote.mapping;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.folder.Faults;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Line;
import dev.footnote.folder.Table;

/** Counts what of a foreign dataset the mapping leaves out, and tells it as warnings, once, before anything is read. */
final class Losses {

    /** A foreign resource: its table, and what of it no rule reads by name. */
    record Original(Table table, List<String> columns, Set<String> unread) {
    }

    private final String mapping;
    private final Map<String, Original> originals;
    private final List<Rule> rules;
    private final Faults faults;
    private boolean told;

    Losses(String mapping, Map<String, Original> originals, List<Rule> rules, Faults faults) {
        this.mapping = mapping;
        this.originals = originals;
        this.rules = rules;
        this.faults = faults;
    }

    String mapping() {
        return mapping;
    }

    Faults faults() {
        return faults;
    }

    void tell() throws IOException {
        if (told) {
            return;
        }
        told = true;
        for (Map.Entry<String, Original> original : originals.entrySet()) {
            List<Rule> reading = rules.stream().filter(rule -> rule.from().equals(original.getKey())).toList();
            new Counting(original.getValue(), reading).run();
        }
    }

    /** One reading of a resource. */
    private final class Counting {

        private final Original original;
        private final List<Rule> rules;
        /** The columns whose cells are read in pieces only. */
        private final List<String> inPieces;
        private final boolean keepsRest;
        private final Map<String, Long> cells = new LinkedHashMap<>();
        private final Map<String, Tally> pieces = new HashMap<>();
        private final Tally lines = new Tally();

        private Counting(Original original, List<Rule> rules) {
            this.original = original;
            this.rules = rules;
            this.inPieces = rules.stream().map(Rule::each).filter(each -> each != null && each.at() != null)
                    .map(each -> each.of().get(0)).distinct().filter(column -> rules.stream()
                            .noneMatch(rule -> rule.each() == null && rule.names().contains(column)))
                    .toList();
            this.keepsRest = rules.stream().anyMatch(rule -> rule.names().contains(Expression.Template.REST));
        }

        private void run() throws IOException {
            original.table().read(null, List.of(), this::line);
            if (lines.count() > 0 && rules.isEmpty()) {
                faults.warn(original.table().fault(new Feed.Place(0, 0, 0, 0), null, null,
                        "The mapping reads this file nowhere; " + lines.many("line") + " left out."));
            } else if (lines.count() > 0) {
                faults.warn(original.table().fault(lines.first(), null, null, "From here on "
                        + lines.many("line") + " left out, because no rule of the mapping reads them."));
            }
            cells.forEach((column, count) -> faults.warn(original.table().fault(new Feed.Place(0, 0, 1, 0), column, null,
                    "The mapping does not read this column; " + Tally.many(count, "cell") + " left out.")));
            pieces.forEach((column, left) -> faults.warn(original.table().fault(left.first(), column, left.example(),
                    "From here on " + left.many("piece") + " left out, because no rule of the mapping reads them.")));
        }

        private void line(Line line) {
            Expression.Cells whole = new Foreign(line, original.unread());
            boolean read = false;
            for (Rule rule : rules) {
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

        private boolean takesAny(Rule rule, Line line, Expression.Cells whole) {
            return rule.each().all(whole).stream()
                    .anyMatch(piece -> rule.takes(new Foreign(line, piece.named(), piece.number(), Set.of())));
        }

        /** Counts the pieces of a cell that no rule takes. */
        private void pieces(String column, Line line, Expression.Cells whole) {
            List<Rule> takers = rules.stream().filter(rule -> rule.each() != null && rule.each().of().equals(List.of(column)))
                    .toList();
            int count = takers.get(0).each().all(whole).size();
            for (int i = 0; i < count; i++) {
                int piece = i;
                boolean taken = takers.stream().anyMatch(rule -> {
                    List<Rule.Each.Piece> all = rule.each().all(whole);
                    return piece >= all.size() || rule.takes(new Foreign(line, all.get(piece).named(), piece, Set.of()));
                });
                if (!taken) {
                    pieces.computeIfAbsent(column, key -> new Tally()).add(line, line.cell(column));
                }
            }
        }
    }

    /** How many of something are left out, and where the first is. */
    static final class Tally {

        private long count;
        private Feed.Place first;
        private String example;
        private Map<String, String> cells = Map.of();

        /** @param text what its cell says */
        void add(Line line, String text) {
            if (count++ == 0) {
                first = Feed.Place.of(line.place());
                example = text;
            }
        }

        /** @param said what the cells say that are left out */
        void addCells(Line line, Map<String, String> said) {
            cells = count == 0 ? said : cells;
            add(line, said.values().stream().findFirst().orElse(null));
        }

        /** What the cells of the first one say. */
        Map<String, String> cells() {
            return cells;
        }

        long count() {
            return count;
        }

        Feed.Place first() {
            return first;
        }

        String example() {
            return example;
        }

        /** How many are, as a sentence goes on about them. */
        String many(String what) {
            return many(count, what);
        }

        static String many(long count, String what) {
            return count == 1 ? "one " + what + " is" : count + " " + what + "s are";
        }
    }
}
