package dev.footnote.query.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.metamodel.Attribute;
import dev.footnote.query.page.GroupBy;
import dev.footnote.query.page.Keyset;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.sql.SqlBuilder;

/** SQL that counts and sums the records of a list, in total or by group. */
public final class AggregateStatement {

    /**
     * The most groups that a statement filters by. If more are needed, it reads all groups and the rest are dropped
     * afterwards.
     */
    private static final int MOST_ONLY = 100;

    private final FetchNode fetch;
    /** Null if there are no groups. */
    private final GroupBy groups;
    private final PageRequest list;
    /** The keys of the groups to read; null for all. */
    private Set<List<Object>> only;
    private final SqlBuilder sql = new SqlBuilder();
    private final WhereClause selected;

    /**
     * Creates the statement.
     *
     * @param list the page request of the list, used for everything in it except the page itself
     */
    AggregateStatement(FetchNode fetch, GroupBy groups, PageRequest list) {
        this.fetch = fetch;
        this.groups = groups;
        this.list = list;
        this.selected = new WhereClause(fetch, groups == null ? Map.of() : groups.joined(), sql);
    }

    /** Restricts the statement to these groups if there are few of them. */
    public AggregateStatement only(Set<List<Object>> keys) {
        only = keys.isEmpty() || keys.size() > MOST_ONLY ? null : keys;
        return this;
    }

    /** Selects aggregates over all records. */
    public SqlBuilder totals() {
        totals(null, null);
        return sql;
    }

    /** Selects aggregates over the records of one parent; to be run once for each parent. */
    public SqlBuilder totalsOf(Attribute.Many relation) {
        totals(null, () -> selected.child(list, relation, () -> sql.value(SqlBuilder.PARENT)));
        return sql;
    }

    /** Selects aggregates over the records of each parent; the parent's key comes first. */
    public SqlBuilder totalsOf(Attribute.Many relation, Integer[] parents) {
        if (relation instanceof Attribute.ToMany children) {
            totals("t." + children.column(),
                    () -> selected.child(list, relation, () -> sql.add("ANY(").value(parents).add(")")));
            return sql;
        }
        sql.add("SELECT parent.id, page.*\nFROM unnest(").value(parents).add(") AS parent(id)\nCROSS JOIN LATERAL (\n");
        totals(null, () -> selected.child(list, relation, () -> sql.add("parent.id")));
        sql.add("\n) AS page");
        return sql;
    }

    private void totals(String parentKey, Runnable parent) {
        sql.add("SELECT ");
        String separator = "";
        if (parentKey != null) {
            sql.add(parentKey);
            separator = ", ";
        }
        if (groups != null) {
            sql.add(separator);
            groups.select(sql);
            separator = ", ";
        }
        for (int i = 0; i < fetch.layout.size(); i++) {
            sql.add(separator).add(fetch.layout.cell(i).sql()).add(" AS c").add(i);
            separator = ", ";
        }
        from();
        String next = selected.which(list, parent);
        if (fetch.source instanceof FetchSource.SumByUnit apart) {
            sql.add(next).add("t.").add(apart.sum().added().column()).add(" IS NOT NULL");
            next = "\nAND ";
        }
        if (only != null) {
            sql.add(next);
            groups.only(only, sql);
        }
        groupBy(parentKey);
    }

    private void from() {
        sql.add("\nFROM ").add(fetch.entityType.table()).add(" t");
        if (groups != null) {
            groups.joins(sql);
        }
    }

    private void groupBy(String parentKey) {
        String separator = "\nGROUP BY ";
        if (parentKey != null) {
            sql.add(separator).add(parentKey);
            separator = ", ";
        }
        if (groups != null) {
            groups.groupBy(sql, separator);
            separator = ", ";
        }
        if (!(fetch.source instanceof FetchSource.SumByUnit apart)) {
            return;
        }
        List<Attribute.Scalar> parts = apart.sum().apart();
        for (Attribute.Scalar part : parts) {
            sql.add(separator).add("t.").add(part.served());
            separator = ", ";
        }
        separator = "\nORDER BY ";
        for (Attribute.Scalar part : parts) {
            sql.add(separator).add("t.").add(part.served()).add(" NULLS LAST");
            separator = ", ";
        }
    }

    /** Selects a page of the groups of all records. */
    public SqlBuilder groups(PageRequest pageRequest) {
        page(pageRequest, null);
        return sql;
    }

    /** Selects a page of the groups of one parent's records; to be run once for each parent. */
    public SqlBuilder groupsOf(Attribute.Many relation, PageRequest pageRequest) {
        page(pageRequest, () -> selected.child(list, relation, () -> sql.value(SqlBuilder.PARENT)));
        return sql;
    }

    /** Selects a page of the groups of each parent's records; the parent's key comes first. */
    public SqlBuilder groupsOf(Attribute.Many relation, PageRequest pageRequest, Integer[] parents) {
        sql.pagesOf(parents);
        page(pageRequest, () -> selected.child(list, relation, () -> sql.add("parent.id")));
        sql.add("\n) AS page");
        return sql;
    }

    /** Selects the number of groups of all records. */
    public SqlBuilder count() {
        count(null);
        return sql;
    }

    /** Selects the number of groups of one parent's records; to be run once for each parent. */
    public SqlBuilder countOf(Attribute.Many relation) {
        count(() -> selected.child(list, relation, () -> sql.value(SqlBuilder.PARENT)));
        return sql;
    }

    /** Selects the number of groups of each parent's records; the parent's key comes first. */
    public SqlBuilder countsOf(Attribute.Many relation, Integer[] parents) {
        sql.pagesOf(parents);
        count(() -> selected.child(list, relation, () -> sql.add("parent.id")));
        sql.add("\n) AS page");
        return sql;
    }

    private void count(Runnable parent) {
        sql.add("SELECT COUNT(*)\nFROM (");
        inner(parent);
        sql.add("\n) t");
    }

    /** Selects the cells, then all group keys, then the cursor values. */
    private void page(PageRequest pageRequest, Runnable parent) {
        sql.add("SELECT ");
        for (int i = 0; i < fetch.layout.size(); i++) {
            sql.add(cell(i)).add(" AS c").add(i).add(", ");
        }
        for (int i = 0; i < groups.size(); i++) {
            sql.add(i == 0 ? "" : ", ").add("t.g").add(i);
        }
        Keyset keyset = pageRequest.keyset();
        for (int i = 0; fetch.keyed(pageRequest) && i < keyset.size(); i++) {
            sql.add(", ").add(keyset.column(i)).add(" AS k").add(i);
        }
        sql.add("\nFROM (");
        inner(parent);
        sql.add("\n) t");
        SelectStatement.places(pageRequest, "\nWHERE ", sql);
        SelectStatement.limit(pageRequest, fetch.bounds(), "", sql);
    }

    private String cell(int index) {
        return fetch.layout.cell(index).key().map(key -> groups.place(key) < 0 ? "NULL" : "t.g" + groups.place(key))
                .orElse("t.a" + index);
    }

    private void inner(Runnable parent) {
        sql.add("\nSELECT ");
        groups.select(sql);
        for (int i = 0; i < fetch.layout.size(); i++) {
            if (fetch.layout.cell(i).key().isEmpty()) {
                sql.add(", ").add(fetch.layout.cell(i).sql()).add(" AS a").add(i);
            }
        }
        groups.extras(selected.context(list, parent));
        from();
        selected.which(list, parent);
        groups.groupBy(sql, "\nGROUP BY ");
        groups.having(selected.context(list, parent));
    }
}
