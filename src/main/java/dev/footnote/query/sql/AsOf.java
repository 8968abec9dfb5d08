package dev.footnote.query.sql;

import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.annotation.ValidityPeriod;
import dev.footnote.metamodel.scalar.PartialDate;
import dev.footnote.metamodel.scalar.Revisions;

/**
 * The time that a question is about, and the revisions: only relations that held then are part of its answer, and of what
 * was restated only the latest, unless all are asked for.
 *
 * @param date a day, or a period in which a relation held on one day at least; null for all times
 * @param possibly whether it is enough that the relation can have held; else the dates must prove it
 * @param restated whether what a restatement replaced is part of it, too
 */
public record AsOf(PartialDate date, boolean possibly, boolean restated) {

    /** All times, and the latest revisions: what holds where nobody says anything. */
    public static final AsOf EVER = new AsOf(null, false, false);

    /** All times and all revisions: restricts nothing. */
    public static final AsOf ANY = new AsOf(null, false, true);

    /** The day at which a source shows what it says: pages and registries without a date of their own, when they were read. */
    private static final String WRITTEN_AT = "COALESCE(ms.published_earliest,"
            + " CASE WHEN ms.kind IN ('DATASET', 'WEBSITE') THEN ms.retrieved_earliest END)";

    /** The last day on which a source can have been written. */
    private static final String WRITTEN_BY = "COALESCE(ms.published_latest, ms.retrieved_latest)";

    /**
     * The moment of a field: its own where it has one, even if that is all times, or else the one that it inherits.
     *
     * @throws IllegalArgumentException with a sentence for the caller when there is no time that possibly could go with
     */
    public static AsOf of(Map<String, Object> arguments, AsOf inherited) {
        PartialDate at = arguments.containsKey("at") ? (PartialDate) arguments.get("at") : inherited.date();
        Boolean possibly = (Boolean) arguments.get("possibly");
        if (at == null && possibly != null && possibly) {
            throw new IllegalArgumentException("The argument possibly goes with a time, and there is none. Give at as well.");
        }
        Object revisions = arguments.get("revisions");
        return new AsOf(at, at != null && (possibly != null ? possibly : inherited.possibly()),
                revisions == null ? inherited.restated() : Revisions.ALL.name().equals(revisions));
    }

    /** Whether it leaves any records of the noun out. */
    public boolean restricts(EntityType entityType) {
        return date != null && entityType.dated() != null || !restated && entityType.revised() != null;
    }

    /**
     * Adds that a record held then, where records of the noun are dated, and that no later revision stands for it.
     *
     * @param relation the relation by which the record was found; what hangs on a report is there whether or not that was
     *        restated. Null for none
     */
    public void add(EntityType entityType, Attribute.ToMany relation, String alias, SqlBuilder sql) {
        ValidityPeriod dated = entityType.dated();
        if (date != null && dated != null) {
            sql.add(" AND ");
            add(entityType, dated, alias, sql);
        }
        if (!restated && entityType.revised() != null
                && (relation == null || !entityType.restatedColumn().equals(relation.column()))) {
            sql.add(" AND NOT EXISTS (SELECT 1 FROM ").add(entityType.supersededTable()).add(" mr WHERE mr.id = ").add(alias)
                    .add(".")
                    .add(entityType.restatedColumn()).add(")");
        }
    }

    private void add(EntityType entityType, ValidityPeriod dated, String alias, SqlBuilder sql) {
        Period period = Period.of(entityType, dated, alias);
        if (possibly) {
            possible(period, sql);
        } else {
            proven(period, sql);
        }
    }

    /** No date rules it out. */
    private void possible(Period period, SqlBuilder sql) {
        sql.add("(").add(period.from()).add("_earliest IS NULL OR ").add(period.from()).add("_earliest <= ")
                .value(date.latest()).add(") AND (").add(period.to()).add("_latest IS NULL OR ").add(period.to())
                .add("_latest >= ").value(date.earliest()).add(")");
        if (period.ended() != null && period.sourced()) {
            // what had ended when a source was written did not hold after the latest source that can have said so
            sql.add(" AND (").add(period.to()).add("_earliest IS NOT NULL OR ").add(period.ended()).add(" IS NOT TRUE OR ");
            period.source("COALESCE(" + WRITTEN_BY + " >= ?, TRUE)", sql).bound(date.earliest()).add(" OR NOT ");
            period.source("TRUE", sql).add(")");
        }
    }

    /** It held on its first day, on its last, and on the one that is shown; and on all days between two of them. */
    private void proven(Period period, SqlBuilder sql) {
        String separator = "(";
        for (String day : period.days()) {
            sql.add(separator).add(day).add("_latest <= ").value(date.latest());
            separator = " OR ";
        }
        separator = ") AND (";
        for (String day : period.days()) {
            sql.add(separator).add(day).add("_earliest >= ").value(date.earliest());
            separator = " OR ";
        }
        if (period.sourced()) {
            // what began and has no end lasts as long as a source shows it
            sql.add(" OR ").add(period.to()).add("_earliest IS NULL AND ").add(period.from()).add("_earliest IS NOT NULL AND ")
                    .add(period.ended() == null ? "" : period.ended() + " IS NOT TRUE AND ");
            period.source(WRITTEN_AT + " >= ?", sql).bound(date.earliest());
        }
        sql.add(")");
    }

    /**
     * The columns that tell when a record held.
     *
     * @param days on each of which it held, where they are known
     * @param ended says that it ended, or null
     * @param table null where its records cite no sources
     */
    private record Period(String alias, String from, String to, List<String> days, String ended, String table) {

        static Period of(EntityType entityType, ValidityPeriod dated, String alias) {
            String from = alias + "." + entityType.value(dated.from()).column();
            String to = alias + "." + entityType.value(dated.to()).column();
            List<String> days = dated.shown().isEmpty() ? List.of(from, to)
                    : List.of(from, to, alias + "." + entityType.value(dated.shown()).column());
            return new Period(alias, from, to, days,
                    dated.ended().isEmpty() ? null : alias + "." + entityType.value(dated.ended()).column(),
                    entityType.cited() ? entityType.table() : null);
        }

        boolean sourced() {
            return table != null;
        }

        /** Adds that a source supports the record of which something holds. */
        SqlBuilder source(String what, SqlBuilder sql) {
            return sql.add("EXISTS (SELECT 1 FROM citation mc JOIN source ms ON ms.id = mc.source_id WHERE mc.subject_id = ")
                    .add(alias).add(".id AND mc.subject_kind = '").add(table).add("' AND mc.stance <> 'DISPUTES' AND ")
                    .add(what).add(")");
        }
    }
}
