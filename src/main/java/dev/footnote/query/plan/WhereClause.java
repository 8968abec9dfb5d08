package dev.footnote.query.plan;

import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.sql.FilterContext;
import dev.footnote.query.sql.RecursiveTraversal;
import dev.footnote.query.sql.SqlBuilder;

/** Conditions over the alias t that select the records of a list. */
final class WhereClause {

    private final EntityType entityType;
    /** The relation from the parent records; null if there are no parents. */
    private final Attribute.ToMany relation;
    private final SqlBuilder sql;
    private final Map<String, String> joined;

    WhereClause(FetchNode fetch, SqlBuilder sql) {
        this(fetch, Map.of(), sql);
    }

    /**
     * Creates the conditions.
     *
     * @param joined the alias under which a record is joined to t, by the column that references the record
     */
    WhereClause(FetchNode fetch, Map<String, String> joined, SqlBuilder sql) {
        this.entityType = fetch.entityType;
        this.relation = fetch.list().source instanceof FetchSource.ChildList children
                && children.relation() instanceof Attribute.ToMany by ? by : null;
        this.joined = joined;
        this.sql = sql;
    }

    /**
     * Adds the conditions for the records of the list.
     *
     * @param parent adds the parent condition; null if the list has all records
     * @return the prefix of the next condition
     */
    String which(PageRequest pageRequest, Runnable parent) {
        if (parent == null && !pageRequest.asOf().restricts(entityType) && pageRequest.filter().isEmpty()) {
            return "\nWHERE ";
        }
        sql.add("\nWHERE ");
        if (parent == null) {
            sql.add("TRUE");
        } else {
            parent.run();
        }
        pageRequest.asOf().add(entityType, relation, "t", sql);
        if (!pageRequest.filter().isEmpty()) {
            sql.add("\nAND ");
            pageRequest.filter().add("t", context(pageRequest, parent));
        }
        return "\nAND ";
    }

    FilterContext context(PageRequest pageRequest, Runnable parent) {
        return new FilterContext(pageRequest.asOf(), parent == null, joined, sql);
    }

    /** Adds the condition that a record belongs to the parent. */
    void child(PageRequest pageRequest, Attribute.Many relation, Runnable parent) {
        if (relation instanceof Attribute.Hierarchy walk) {
            sql.add("t.id IN ");
            new RecursiveTraversal(walk, entityType, pageRequest.asOf(), sql).from(parent, pageRequest.depth());
            return;
        }
        Attribute.ToMany children = (Attribute.ToMany) relation;
        sql.add("t.").add(children.column()).add(" = ");
        parent.run();
        if (children.condition() != null) {
            sql.add(" AND ").add(children.condition().formatted("t"));
        }
    }
}
