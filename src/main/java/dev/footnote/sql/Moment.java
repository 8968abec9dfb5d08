package dev.footnote.sql;

import java.util.List;
import java.util.Map;

import dev.footnote.entry.Dated;
import dev.footnote.graph.Noun;
import dev.footnote.value.PartialDate;

/**
 * The time that a question is about: only relations that held then are part of its answer.
 *
 * @param date a day, or a period in which a relation held on one day at least
 * @param possibly whether it is enough that the relation can have held; else the dates must prove it
 */
public record Moment(PartialDate date, boolean possibly) {

    /**
     * The moment of a field: its own where it has one, even if that is all times, or else the one that it inherits.
     *
     * @param inherited null for all times
     * @return null for all times
     * @throws IllegalArgumentException with a sentence for the caller when there is no time that possibly could go with
     */
    public static Moment of(Map<String, Object> arguments, Moment inherited) {
        PartialDate at = arguments.containsKey("at") ? (PartialDate) arguments.get("at")
                : inherited == null ? null : inherited.date();
        Boolean possibly = (Boolean) arguments.get("possibly");
        if (at == null && possibly != null && possibly) {
            throw new IllegalArgumentException("The argument possibly goes with a time, and there is none. Give at as well.");
        }
        if (at == null) {
            return null;
        }
        return new Moment(at, possibly != null ? possibly : inherited != null && inherited.possibly());
    }

    /** Adds that a record held then, where records of the noun are dated. */
    public static void add(Moment moment, Noun noun, String alias, Sql sql) {
        Dated dated = noun.dated();
        if (moment != null && dated != null) {
            sql.add(" AND ");
            moment.add(noun, dated, alias + ".", sql);
        }
    }

    private void add(Noun noun, Dated dated, String alias, Sql sql) {
        String from = alias + noun.value(dated.from()).column();
        String to = alias + noun.value(dated.to()).column();
        if (possibly) {
            sql.add("(").add(from).add("_earliest IS NULL OR ").add(from).add("_earliest <= ").value(date.latest())
                    .add(") AND (").add(to).add("_latest IS NULL OR ").add(to).add("_latest >= ").value(date.earliest())
                    .add(")");
            return;
        }
        // it held on its first day, on its last, and on the one that is shown: one of them is not too late, one not too early
        List<String> days = dated.shown().isEmpty() ? List.of(from, to)
                : List.of(from, to, alias + noun.value(dated.shown()).column());
        String separator = "(";
        for (String day : days) {
            sql.add(separator).add(day).add("_latest <= ").value(date.latest());
            separator = " OR ";
        }
        separator = ") AND (";
        for (String day : days) {
            sql.add(separator).add(day).add("_earliest >= ").value(date.earliest());
            separator = " OR ";
        }
        sql.add(" OR ").add(to).add("_earliest IS NULL");
        if (!dated.ended().isEmpty()) {
            sql.add(" AND ").add(alias).add(noun.value(dated.ended()).column()).add(" IS NOT TRUE");
        }
        sql.add(")");
    }
}
