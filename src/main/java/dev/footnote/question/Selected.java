package dev.footnote.question;

import java.util.Map;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.sql.Condition;
import dev.footnote.sql.Sql;
import dev.footnote.sql.Walking;
import dev.footnote.sql.Window;

/** Which records of a table a list has, as conditions over the alias t. */
final class Selected {

    private final Noun noun;
    /** By which the records hang on others; null where they hang on none. */
    private final Member.ToMany way;
    private final Sql sql;
    private final Map<String, String> joined;

    Selected(Fetch fetch, Sql sql) {
        this(fetch, Map.of(), sql);
    }

    /** @param joined by the column that names a record, the alias under which it is joined to t */
    Selected(Fetch fetch, Map<String, String> joined, Sql sql) {
        this.noun = fetch.noun;
        this.way = fetch.list().anchor instanceof Fetch.Children children
                && children.way() instanceof Member.ToMany by ? by : null;
        this.joined = joined;
        this.sql = sql;
    }

    /**
     * Adds which records the list has.
     *
     * @param parent adds that they hang on another record; null where the list has all
     * @return what the next condition starts with
     */
    String which(Window window, Runnable parent) {
        if (parent == null && !window.moment().restricts(noun) && window.filter().isEmpty()) {
            return "\nWHERE ";
        }
        sql.add("\nWHERE ");
        if (parent == null) {
            sql.add("TRUE");
        } else {
            parent.run();
        }
        window.moment().add(noun, way, "t", sql);
        if (!window.filter().isEmpty()) {
            sql.add("\nAND ");
            condition(window, parent).add(noun, "t", window.filter());
        }
        return "\nAND ";
    }

    Condition condition(Window window, Runnable parent) {
        return Condition.of(window.moment(), parent == null, joined, sql);
    }

    /** Adds that a record hangs on the parent. */
    void child(Window window, Member.Many way, Runnable parent) {
        if (way instanceof Member.Walk walk) {
            sql.add("t.id IN ");
            new Walking(walk, noun, window.moment(), sql).from(parent, window.depth());
            return;
        }
        Member.ToMany children = (Member.ToMany) way;
        sql.add("t.").add(children.column()).add(" = ");
        parent.run();
        if (children.condition() != null) {
            sql.add(" AND ").add(children.condition().formatted("t"));
        }
    }
}
