package dev.footnote.question;

import java.util.List;
import java.util.Map;

import dev.footnote.graph.Member;
import dev.footnote.graph.Root;
import dev.footnote.sql.KeyCondition;
import dev.footnote.sql.Keyset;
import dev.footnote.sql.Sql;
import dev.footnote.sql.Window;
import graphql.execution.CoercedVariables;

/** The SQL of one fetch. */
public final class Statement {

    private final Fetch fetch;
    private final CoercedVariables variables;
    private final Sql sql = new Sql();
    private final Selected selected;

    public Statement(Fetch fetch, CoercedVariables variables) {
        this.fetch = fetch;
        this.variables = variables;
        this.selected = new Selected(fetch, sql);
    }

    /** Selects a page of all records. */
    public Sql page(Window window) {
        select(window);
        from(window, null);
        limit(window, "");
        return sql;
    }

    /**
     * Selects a page of all records, with the number of all of them ahead of the cells. They are found once for both,
     * because a filter over many records costs more than all else.
     */
    public Sql pageAndCount(Window window) {
        sql.add("WITH found AS MATERIALIZED (");
        found(window, null);
        sql.add("\n)\nSELECT (SELECT COUNT(*) FROM found)");
        cells(", ");
        keys(window, ", ");
        sql.add("\nFROM found t").add(fetch.layout.joins());
        places(window, "\nWHERE ");
        limit(window, "");
        return sql;
    }

    /** Selects a page of the records of one parent, to be run for each. */
    public Sql pageOf(Member.Many way, Window window) {
        select(window);
        from(window, () -> selected.child(window, way, () -> sql.value(Sql.PARENT)));
        // begins with the fixed column, because H2 takes the index of parent and order for no other ORDER BY
        limit(window, way instanceof Member.ToMany children ? "t." + children.column() + ", " : "");
        return sql;
    }

    /** Selects a page of the records of each parent; the parent's key stands ahead of the cells. */
    public Sql pagesOf(Member.Many way, Window window, Integer[] parents) {
        sql.pagesOf(parents);
        select(window);
        from(window, () -> selected.child(window, way, () -> sql.add("parent.id")));
        limit(window, "");
        return sql.add("\n) AS page");
    }

    public Sql count(Window window) {
        sql.add("SELECT COUNT(*)\nFROM ").add(fetch.noun.table()).add(" t");
        selected.which(window, null);
        return sql;
    }

    public Sql countOf(Member.Many way, Window window) {
        sql.add("SELECT COUNT(*)\nFROM ").add(fetch.noun.table()).add(" t");
        selected.which(window, () -> selected.child(window, way, () -> sql.value(Sql.PARENT)));
        return sql;
    }

    public Sql countsOf(Member.Many way, Window window, Integer[] parents) {
        if (!(way instanceof Member.ToMany children)) {
            sql.add("SELECT parent.id, page.*\nFROM unnest(").value(parents).add(") AS parent(id)\nCROSS JOIN LATERAL (\n")
                    .add("SELECT COUNT(*)\nFROM ").add(fetch.noun.table()).add(" t");
            selected.which(window, () -> selected.child(window, way, () -> sql.add("parent.id")));
            return sql.add("\n) AS page");
        }
        sql.add("SELECT t.").add(children.column()).add(", COUNT(*)\nFROM ").add(fetch.noun.table()).add(" t");
        selected.which(window, () -> selected.child(window, way, () -> sql.add("ANY(").value(parents).add(")")));
        return sql.add("\nGROUP BY t.").add(children.column());
    }

    /** Selects records by their keys; the key stands ahead of the cells. */
    public Sql named(String column, List<?> keys) {
        sql.add("SELECT t.").add(column);
        cells(", ");
        from();
        sql.add("\nWHERE t.").add(column).add(" IN ").list(keys);
        return sql;
    }

    /** Selects the keys of all records of a list, in its order. */
    public Sql keys(Window window) {
        sql.add("SELECT t.id\nFROM ");
        if (window.keyset().isPlain()) {
            sql.add(fetch.noun.table()).add(" t");
            places(window, selected.which(window, null));
        } else {
            sql.add("(");
            found(window, null);
            sql.add("\n) t");
            places(window, "\nWHERE ");
        }
        limit(window, "");
        return sql;
    }

    /** Selects the records that a lookup's argument names, one but for a name that several bear; the slug stands ahead. */
    public Sql lookup(Root.Lookup root, Map<?, ?> by) {
        sql.add("SELECT t.slug");
        cells(", ");
        from();
        sql.add("\nWHERE ");
        KeyCondition.add(root, by, sql);
        return sql;
    }

    private void select(Window window) {
        sql.add("SELECT ");
        cells("");
        keys(window, fetch.layout.size() == 0 ? "" : ", ");
        if (fetch.layout.size() == 0 && !fetch.keyed(window)) {
            sql.add("1 AS c0");
        }
    }

    private void keys(Window window, String separator) {
        Keyset keyset = window.keyset();
        for (int i = 0; fetch.keyed(window) && i < keyset.size(); i++) {
            // each has a name of its own, because a cell may select the same column
            sql.add(i == 0 ? separator : ", ").add(keyset.column(i)).add(" AS k").add(i);
        }
    }

    private void cells(String separator) {
        for (int i = 0; i < fetch.layout.size(); i++) {
            Layout.Cell cell = fetch.layout.cell(i);
            sql.add(i == 0 ? separator : ", ");
            if (cell.argument() == null) {
                sql.add(cell.sql());
            } else {
                picked(cell);
            }
            sql.add(" AS c").add(i);
        }
    }

    private void picked(Layout.Cell cell) {
        int hole = cell.sql().indexOf('?');
        sql.add(cell.sql().substring(0, hole)).value(cell.argument().values(variables).values().iterator().next())
                .add(cell.sql().substring(hole + 1));
    }

    private void from() {
        sql.add("\nFROM ").add(fetch.noun.table()).add(" t").add(fetch.layout.joins());
    }

    /**
     * Adds the records of a page, each with the keys that are worked out for its order.
     *
     * @param parent adds that they hang on another record; null where all do
     */
    private void from(Window window, Runnable parent) {
        if (window.keyset().isPlain()) {
            from();
            places(window, selected.which(window, parent));
            return;
        }
        sql.add("\nFROM (");
        found(window, parent);
        sql.add("\n) t").add(fetch.layout.joins());
        places(window, "\nWHERE ");
    }

    private void found(Window window, Runnable parent) {
        sql.add("\nSELECT t.*");
        window.keyset().extras(selected.condition(window, parent), sql);
        sql.add("\nFROM ").add(fetch.noun.table()).add(" t").add(window.keyset().joins());
        selected.which(window, parent);
    }

    private void places(Window window, String start) {
        places(window, start, sql);
    }

    /**
     * Adds between which places of the list the page lies.
     *
     * @param start what the next condition starts with
     */
    static void places(Window window, String start, Sql sql) {
        String next = place(window.after(), window.keyset(), start, sql);
        place(window.before(), window.keyset().reversed(), next, sql);
    }

    /** @return what the next condition starts with */
    private static String place(List<String> place, Keyset keyset, String start, Sql sql) {
        if (place == null) {
            return start;
        }
        sql.add(start);
        keyset.behind(place, sql);
        return "\nAND ";
    }

    private void limit(Window window, String fixed) {
        limit(window, fetch.bounds(), fixed, sql);
    }

    /** @param more whether one row more than the page holds is read, to see whether there is one */
    static void limit(Window window, boolean more, String fixed, Sql sql) {
        sql.add("\nORDER BY ").add(fixed);
        (window.backward() ? window.keyset().reversed() : window.keyset()).orderBy(sql);
        if (window.offset() > 0) {
            sql.add("\nOFFSET ").value(window.offset()).add(" ROWS");
        }
        sql.add("\nFETCH FIRST ").value(window.size() + (more ? 1 : 0)).add(" ROWS ONLY");
    }
}
