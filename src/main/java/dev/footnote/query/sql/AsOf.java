package dev.footnote.query.sql;

import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.annotation.ValidityPeriod;
import dev.footnote.metamodel.scalar.PartialDate;
import dev.footnote.metamodel.scalar.Revisions;

/**
 * Point in time and revisions of a query. Only relations that held at that time are included. Of restated data only the
 * latest revision is included, unless all revisions are requested.
 *
 * @param date a day, or a period in which a relation held on at least one day; null for all times
 * @param possibly whether it is enough that the relation may have held; otherwise the dates must prove it
 * @param restated whether data that a restatement replaced is included, too
 */
public record AsOf(PartialDate date, boolean possibly, boolean restated) {

    /** All times and the latest revisions: the default. */
    public static final AsOf EVER = new AsOf(null, false, false);

    /** All times and all revisions: restricts nothing. */
    public static final AsOf ANY = new AsOf(null, false, true);

    /**
     * The day on which a source shows its statements. For pages and registries without a date of their own: the retrieval
     * date.
     */
    private static final String WRITTEN_AT = "COALESCE(ms.published_earliest,"
            + " CASE WHEN ms.kind IN ('DATASET', 'WEBSITE') THEN ms.retrieved_earliest END)";

    /** The last day on which a source can have been written. */
    private static final String WRITTEN_BY = "COALESCE(ms.published_latest, ms.retrieved_latest)";

    /**
     * Reads the point in time of a field: its own if given, even if that means all times; otherwise the inherited one.
     *
     * @throws IllegalArgumentException with a message for the client if {@code possibly} is given without a time
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

    /** Whether it excludes any records of the entity type. */
    public boolean restricts(EntityType entityType) {
        return date != null && entityType.dated() != null || !restated && entityType.revised() != null;
    }

    /**
     * Adds two conditions: the record held at that time, if its entity type is dated, and no later revision replaces it.
     *
     * @param relation the relation by which the record was found, or null for none; records of a report are included whether
     *        or not the report was restated
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

    /** Adds that no date rules out that the record held. */
    private void possible(Period period, SqlBuilder sql) {
        sql.add("(").add(period.from()).add("_earliest IS NULL OR ").add(period.from()).add("_earliest <= ")
                .value(date.latest()).add(") AND (").add(period.to()).add("_latest IS NULL OR ").add(period.to())
                .add("_latest >= ").value(date.earliest()).add(")");
        if (period.ended() != null && period.sourced()) {
            // a record marked as ended did not hold after the latest source that can have said so was written
            sql.add(" AND (").add(period.to()).add("_earliest IS NOT NULL OR ").add(period.ended()).add(" IS NOT TRUE OR ");
            period.source("COALESCE(" + WRITTEN_BY + " >= ?, TRUE)", sql).bound(date.earliest()).add(" OR NOT ");
            period.source("TRUE", sql).add(")");
        }
    }

    /**
     * Adds that the dates prove it: a record held on its first day, its last day, the day that is shown, and all days in
     * between.
     */
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
            // a record that began and has no end lasts as long as a source shows it
            sql.add(" OR ").add(period.to()).add("_earliest IS NULL AND ").add(period.from()).add("_earliest IS NOT NULL AND ")
                    .add(period.ended() == null ? "" : period.ended() + " IS NOT TRUE AND ");
            period.source(WRITTEN_AT + " >= ?", sql).bound(date.earliest());
        }
        sql.add(")");
    }

    /**
     * The columns that determine when a record held.
     *
     * @param days columns of days on which the record held, if they are known
     * @param ended the column which says that the record ended, or null
     * @param table null if its records cite no sources
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

        /** Adds that a source supports the record, and that a condition holds for this source. */
        SqlBuilder source(String what, SqlBuilder sql) {
            return sql.add("EXISTS (SELECT 1 FROM citation mc JOIN source ms ON ms.id = mc.source_id WHERE mc.subject_id = ")
                    .add(alias).add(".id AND mc.subject_kind = '").add(table).add("' AND mc.stance <> 'DISPUTES' AND ")
                    .add(what).add(")");
        }
    }
}
