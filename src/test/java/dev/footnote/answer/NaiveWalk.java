package dev.footnote.answer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;

/** The records that steps lead to, step by step. */
final class NaiveWalk {

    private final Records records;
    private final Held held;

    NaiveWalk(Records records, Held held) {
        this.records = records;
        this.held = held;
    }

    /** All records within so many steps. */
    List<Row> from(Row start, Member.Walk way, Object depth) {
        int most = way.deep() ? depth == null ? 20 : (Integer) depth : 1;
        Set<Integer> reached = new LinkedHashSet<>();
        Set<Integer> rim = new HashSet<>(Set.of(start.id()));
        for (int i = 0; i < most && !rim.isEmpty(); i++) {
            Set<Integer> from = rim;
            rim = way.steps().stream().flatMap(step -> records.all(records.graph().noun(step.facts())).stream()
                    .filter(fact -> held.by(fact, null, records) && leads(step, fact) && from.contains(end(fact, step.from())))
                    .map(fact -> end(fact, step.to()))).filter(id -> id != null && !reached.contains(id))
                    .collect(Collectors.toSet());
            reached.addAll(rim);
        }
        return records.all(start.noun()).stream().filter(row -> reached.contains(row.id())).toList();
    }

    /** Whether a record is one that has the slug, or is a part of it. */
    boolean within(Row row, Object slug, Object depth) {
        return records.all(row.noun()).stream().filter(one -> one.values().get("slug").equals(slug)).anyMatch(
                one -> one == row || from(one, (Member.Walk) row.noun().member(Graph.PARTS), depth).contains(row));
    }

    private static boolean leads(Member.Step step, Row fact) {
        return step.condition() == null || step.condition().contains("'" + fact.values().get("kind") + "'");
    }

    private static Integer end(Row fact, String column) {
        Noun noun = fact.noun();
        return column.equals("id") ? (Integer) fact.id()
                : noun.members().stream()
                        .filter(member -> member instanceof Member.ToOne way && way.column().equals(column)).findFirst()
                        .map(member -> (Integer) fact.value(member)).orElse(null);
    }
}
