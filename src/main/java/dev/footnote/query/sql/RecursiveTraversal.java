package dev.footnote.query.sql;

import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.TraversalStep;
import dev.footnote.query.QueryLimits;

/**
 * Recursive query for the records that hierarchy steps lead to. It does not take the same step twice from a record at the
 * same depth, and it stops at a maximum depth, so that cycles are harmless.
 */
public final class RecursiveTraversal {

    private final Attribute.Hierarchy relation;
    private final EntityType entityType;
    private final AsOf asOf;
    private final SqlBuilder sql;

    /**
     * Creates the traversal.
     *
     * @param entityType the type of the records at both ends of a step
     */
    public RecursiveTraversal(Attribute.Hierarchy relation, EntityType entityType, AsOf asOf, SqlBuilder sql) {
        this.relation = relation;
        this.entityType = entityType;
        this.asOf = asOf;
        this.sql = sql;
    }

    /**
     * The traversal depth of a request.
     *
     * @param depth null for the default
     * @throws IllegalArgumentException with a message for the client if the depth is invalid
     */
    public static int depth(Integer depth) {
        if (depth != null && (depth < 1 || depth > QueryLimits.DEEPEST)) {
            throw new IllegalArgumentException("The depth is " + depth + ". Give 1 to " + QueryLimits.DEEPEST + ".");
        }
        return depth == null ? QueryLimits.DEEPEST : depth;
    }

    /**
     * Adds a subquery for the keys of all records within the given number of steps of one record.
     *
     * @param parent adds the key of that record
     */
    public void from(Runnable parent, int depth) {
        sql.add(relation.deep() ? "(WITH RECURSIVE w (id, depth) AS (" : "(");
        String separator = "";
        for (TraversalStep step : relation.steps()) {
            sql.add(separator).add("SELECT e.").add(step.to()).add(relation.deep() ? ", 1" : "").add(" FROM ")
                    .add(entityType.target(step.facts()).table()).add(" e WHERE e.").add(step.from()).add(" = ");
            parent.run();
            held(step);
            separator = " UNION ";
        }
        if (relation.deep()) {
            further(depth);
        }
        sql.add(")");
    }

    private void further(int depth) {
        for (TraversalStep step : relation.steps()) {
            // DISTINCT, because H2 does not compare the rows of a step with each other: cycles would multiply them
            sql.add(" UNION SELECT DISTINCT e.").add(step.to()).add(", w.depth + 1 FROM w JOIN ")
                    .add(entityType.target(step.facts()).table()).add(" e ON e.").add(step.from())
                    .add(" = w.id WHERE w.depth < ")
                    .value(depth);
            held(step);
        }
        sql.add(") SELECT w.id FROM w");
    }

    private void held(TraversalStep step) {
        sql.add(" AND e.").add(step.to()).add(" IS NOT NULL")
                .add(step.condition() == null ? "" : " AND " + step.condition().formatted("e"));
        asOf.add(entityType.target(step.facts()), null, "e", sql);
    }

    /**
     * Reads the filter for a record and its parts.
     *
     * @throws IllegalArgumentException with a message for the client if the filter names no record
     */
    static Filter.Within within(EntityType entityType, Map<?, ?> said) {
        return new Filter.Within(entityType, slug(entityType, said), depth((Integer) said.get("depth")));
    }

    /** Adds the condition that a record is the one that a filter names, or a part of it. */
    static void within(Filter.Within filter, String alias, AsOf asOf, SqlBuilder sql) {
        EntityType entityType = filter.entityType();
        Attribute.Hierarchy parts = (Attribute.Hierarchy) entityType.attribute(Metamodel.PARTS);
        // the subquery depends on no single record, so it can be run once for all; H2 does so if it starts with WITH
        // RECURSIVE
        sql.add(alias).add(".id IN (WITH RECURSIVE w (id, depth) AS (SELECT o.id, 0 FROM ").add(entityType.table())
                .add(" o WHERE o.slug = ").value(filter.slug());
        new RecursiveTraversal(parts, entityType, asOf, sql).further(filter.depth());
        sql.add(")");
    }

    private static String slug(EntityType entityType, Map<?, ?> said) {
        Object slug = said.get("slug");
        Object id = said.get("id");
        if ((slug == null) == (id == null)) {
            throw new IllegalArgumentException(
                    "The filter's within needs the slug or the id of one record. Give one of them, as in {slug: \"acme\"}.");
        }
        if (slug != null) {
            return (String) slug;
        }
        return GlobalId.parse((String) id).filter(node -> node.kind().equals(entityType.table())).map(GlobalId::slug)
                .orElseThrow(() -> new IllegalArgumentException("The filter's within.id is \"" + id + "\", which is no "
                        + entityType.type() + ". Give an id such as \"" + entityType.table() + ":acme\"."));
    }
}
