package dev.footnote.query.plan;

import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.page.Keyset;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.sql.LookupCondition;
import dev.footnote.query.sql.SqlBuilder;
import graphql.execution.CoercedVariables;

/** Builder for the SQL of one fetch. */
public final class SelectStatement {

    private final FetchNode fetch;
    private final CoercedVariables variables;
    private final SqlBuilder sql = new SqlBuilder();
    private final WhereClause selected;

    public SelectStatement(FetchNode fetch, CoercedVariables variables) {
        this.fetch = fetch;
        this.variables = variables;
        this.selected = new WhereClause(fetch, sql);
    }

    /** Selects a page of all records. */
    public SqlBuilder page(PageRequest pageRequest) {
        select(pageRequest);
        from(pageRequest, null);
        limit(pageRequest, "");
        return sql;
    }

    /**
     * Selects a page of all records, with the total count before the cells. Both share one scan, because filtering many
     * records costs more than everything else.
     */
    public SqlBuilder pageAndCount(PageRequest pageRequest) {
        sql.add("WITH found AS MATERIALIZED (");
        found(pageRequest, null);
        sql.add("\n)\nSELECT (SELECT COUNT(*) FROM found)");
        cells(", ");
        keys(pageRequest, ", ");
        sql.add("\nFROM found t").add(fetch.layout.joins());
        places(pageRequest, "\nWHERE ");
        limit(pageRequest, "");
        return sql;
    }

    /** Selects a page of the records of one parent; to be run once for each parent. */
    public SqlBuilder pageOf(Attribute.Many relation, PageRequest pageRequest) {
        select(pageRequest);
        from(pageRequest, () -> selected.child(pageRequest, relation, () -> sql.value(SqlBuilder.PARENT)));
        // the ORDER BY starts with the fixed parent column; otherwise H2 does not use the index on parent and order
        limit(pageRequest, relation instanceof Attribute.ToMany children ? "t." + children.column() + ", " : "");
        return sql;
    }

    /** Selects a page of the records of each parent; the parent's key comes before the cells. */
    public SqlBuilder pagesOf(Attribute.Many relation, PageRequest pageRequest, Integer[] parents) {
        sql.pagesOf(parents);
        select(pageRequest);
        from(pageRequest, () -> selected.child(pageRequest, relation, () -> sql.add("parent.id")));
        limit(pageRequest, "");
        return sql.add("\n) AS page");
    }

    public SqlBuilder count(PageRequest pageRequest) {
        sql.add("SELECT COUNT(*)\nFROM ").add(fetch.entityType.table()).add(" t");
        selected.which(pageRequest, null);
        return sql;
    }

    public SqlBuilder countOf(Attribute.Many relation, PageRequest pageRequest) {
        sql.add("SELECT COUNT(*)\nFROM ").add(fetch.entityType.table()).add(" t");
        selected.which(pageRequest, () -> selected.child(pageRequest, relation, () -> sql.value(SqlBuilder.PARENT)));
        return sql;
    }

    public SqlBuilder countsOf(Attribute.Many relation, PageRequest pageRequest, Integer[] parents) {
        if (!(relation instanceof Attribute.ToMany children)) {
            sql.add("SELECT parent.id, page.*\nFROM unnest(").value(parents).add(") AS parent(id)\nCROSS JOIN LATERAL (\n")
                    .add("SELECT COUNT(*)\nFROM ").add(fetch.entityType.table()).add(" t");
            selected.which(pageRequest, () -> selected.child(pageRequest, relation, () -> sql.add("parent.id")));
            return sql.add("\n) AS page");
        }
        sql.add("SELECT t.").add(children.column()).add(", COUNT(*)\nFROM ").add(fetch.entityType.table()).add(" t");
        selected.which(pageRequest, () -> selected.child(pageRequest, relation, () -> sql.add("ANY(").value(parents).add(")")));
        return sql.add("\nGROUP BY t.").add(children.column());
    }

    /** Selects records by their keys; the key comes before the cells. */
    public SqlBuilder named(String column, List<?> keys) {
        sql.add("SELECT t.").add(column);
        cells(", ");
        from();
        sql.add("\nWHERE t.").add(column).add(" IN ").list(keys);
        return sql;
    }

    /** Selects the keys of all records of a list, in list order. */
    public SqlBuilder keys(PageRequest pageRequest) {
        sql.add("SELECT t.id\nFROM ");
        if (pageRequest.keyset().isPlain()) {
            sql.add(fetch.entityType.table()).add(" t");
            places(pageRequest, selected.which(pageRequest, null));
        } else {
            sql.add("(");
            found(pageRequest, null);
            sql.add("\n) t");
            places(pageRequest, "\nWHERE ");
        }
        limit(pageRequest, "");
        return sql;
    }

    /** Selects the records that match a lookup: one record, or several if they share a name. The slug comes first. */
    public SqlBuilder lookup(QueryField.Lookup root, Map<?, ?> by) {
        sql.add("SELECT t.slug");
        cells(", ");
        from();
        sql.add("\nWHERE ");
        LookupCondition.add(root, by, sql);
        return sql;
    }

    private void select(PageRequest pageRequest) {
        sql.add("SELECT ");
        cells("");
        keys(pageRequest, fetch.layout.size() == 0 ? "" : ", ");
        if (fetch.layout.size() == 0 && !fetch.keyed(pageRequest)) {
            sql.add("1 AS c0");
        }
    }

    private void keys(PageRequest pageRequest, String separator) {
        Keyset keyset = pageRequest.keyset();
        for (int i = 0; fetch.keyed(pageRequest) && i < keyset.size(); i++) {
            // each has its own name, because a cell may select the same column
            sql.add(i == 0 ? separator : ", ").add(keyset.column(i)).add(" AS k").add(i);
        }
    }

    private void cells(String separator) {
        for (int i = 0; i < fetch.layout.size(); i++) {
            RowLayout.Cell cell = fetch.layout.cell(i);
            sql.add(i == 0 ? separator : ", ");
            if (cell.argument() == null) {
                sql.add(cell.sql());
            } else {
                picked(cell);
            }
            sql.add(" AS c").add(i);
        }
    }

    private void picked(RowLayout.Cell cell) {
        int hole = cell.sql().indexOf('?');
        sql.add(cell.sql().substring(0, hole)).value(cell.argument().values(variables).values().iterator().next())
                .add(cell.sql().substring(hole + 1));
    }

    private void from() {
        sql.add("\nFROM ").add(fetch.entityType.table()).add(" t").add(fetch.layout.joins());
    }

    /**
     * Adds the records of a page, each with the computed keys of its order.
     *
     * @param parent adds the parent condition; null if all records are listed
     */
    private void from(PageRequest pageRequest, Runnable parent) {
        if (pageRequest.keyset().isPlain()) {
            from();
            places(pageRequest, selected.which(pageRequest, parent));
            return;
        }
        sql.add("\nFROM (");
        found(pageRequest, parent);
        sql.add("\n) t").add(fetch.layout.joins());
        places(pageRequest, "\nWHERE ");
    }

    private void found(PageRequest pageRequest, Runnable parent) {
        sql.add("\nSELECT t.*");
        pageRequest.keyset().extras(selected.context(pageRequest, parent));
        sql.add("\nFROM ").add(fetch.entityType.table()).add(" t").add(pageRequest.keyset().joins());
        selected.which(pageRequest, parent);
    }

    private void places(PageRequest pageRequest, String start) {
        places(pageRequest, start, sql);
    }

    /**
     * Adds the cursor conditions of the page.
     *
     * @param start the prefix of the next condition
     */
    static void places(PageRequest pageRequest, String start, SqlBuilder sql) {
        String next = place(pageRequest.after(), pageRequest.keyset(), start, sql);
        place(pageRequest.before(), pageRequest.keyset().reversed(), next, sql);
    }

    /** @return the prefix of the next condition */
    private static String place(List<String> place, Keyset keyset, String start, SqlBuilder sql) {
        if (place == null) {
            return start;
        }
        sql.add(start);
        keyset.behind(place, sql);
        return "\nAND ";
    }

    private void limit(PageRequest pageRequest, String fixed) {
        limit(pageRequest, fetch.bounds(), fixed, sql);
    }

    /**
     * Adds order and limit.
     *
     * @param more whether one row more than the page holds is read, to see whether there is one
     */
    static void limit(PageRequest pageRequest, boolean more, String fixed, SqlBuilder sql) {
        sql.add("\nORDER BY ").add(fixed);
        (pageRequest.backward() ? pageRequest.keyset().reversed() : pageRequest.keyset()).orderBy(sql);
        if (pageRequest.offset() > 0) {
            sql.add("\nOFFSET ").value(pageRequest.offset()).add(" ROWS");
        }
        sql.add("\nFETCH FIRST ").value(pageRequest.size() + (more ? 1 : 0)).add(" ROWS ONLY");
    }
}
