package dev.footnote.query.plan;

import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.sql.FilterSql;
import dev.footnote.query.sql.PageRequest;
import dev.footnote.query.sql.RecursiveTraversal;
import dev.footnote.query.sql.SqlBuilder;

/** Which records of a table a list has, as conditions over the alias t. */
final class WhereClause {

    private final EntityType entityType;
    /** By which the records hang on others; null where they hang on none. */
    private final Attribute.ToMany relation;
    private final SqlBuilder sql;
    private final Map<String, String> joined;

    WhereClause(FetchNode fetch, SqlBuilder sql) {
        this(fetch, Map.of(), sql);
    }

    /** @param joined by the column that names a record, the alias under which it is joined to t */
    WhereClause(FetchNode fetch, Map<String, String> joined, SqlBuilder sql) {
        this.entityType = fetch.entityType;
        this.relation = fetch.list().source instanceof FetchSource.ChildList children
                && children.relation() instanceof Attribute.ToMany by ? by : null;
        this.joined = joined;
        this.sql = sql;
    }

    /**
     * Adds which records the list has.
     *
     * @param parent adds that they hang on another record; null where the list has all
     * @return what the next condition starts with
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
            condition(pageRequest, parent).add(entityType, "t", pageRequest.filter());
        }
        return "\nAND ";
    }

    FilterSql condition(PageRequest pageRequest, Runnable parent) {
        return FilterSql.of(pageRequest.asOf(), parent == null, joined, sql);
    }

    /** Adds that a record hangs on the parent. */
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
