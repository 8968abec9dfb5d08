package dev.footnote.sql;

import java.util.Map;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.NodeId;
import dev.footnote.graph.Noun;
import dev.footnote.limit.Limits;

/**
 * The records that steps lead to, as a recursive query. It takes no step twice from the same record at the same depth and
 * ends at a depth, so that circles do it no harm.
 */
public final class Walking {

    private final Member.Walk way;
    private final Noun noun;
    private final Moment moment;
    private final Sql sql;

    /** @param noun of the records that it leads from and to */
    public Walking(Member.Walk way, Noun noun, Moment moment, Sql sql) {
        this.way = way;
        this.noun = noun;
        this.moment = moment;
        this.sql = sql;
    }

    /**
     * How deep an asker wants to go.
     *
     * @param depth null where nobody says
     * @throws IllegalArgumentException with a sentence for the caller when it is none
     */
    static int depth(Integer depth) {
        if (depth != null && (depth < 1 || depth > Limits.DEEPEST)) {
            throw new IllegalArgumentException("The depth is " + depth + ". Give 1 to " + Limits.DEEPEST + ".");
        }
        return depth == null ? Limits.DEEPEST : depth;
    }

    /**
     * Adds a subquery for the keys of all records within so many steps of one.
     *
     * @param parent adds the key of the one
     */
    public void from(Runnable parent, int depth) {
        sql.add(way.deep() ? "(WITH RECURSIVE w (id, depth) AS (" : "(");
        String separator = "";
        for (Member.Step step : way.steps()) {
            sql.add(separator).add("SELECT e.").add(step.to()).add(way.deep() ? ", 1" : "").add(" FROM ")
                    .add(noun.target(step.facts()).table()).add(" e WHERE e.").add(step.from()).add(" = ");
            parent.run();
            held(step);
            separator = " UNION ";
        }
        if (way.deep()) {
            further(depth);
        }
        sql.add(")");
    }

    private void further(int depth) {
        for (Member.Step step : way.steps()) {
            // DISTINCT, because H2 does not compare the rows of a step with each other: in circles there would be ever more
            sql.add(" UNION SELECT DISTINCT e.").add(step.to()).add(", w.depth + 1 FROM w JOIN ")
                    .add(noun.target(step.facts()).table()).add(" e ON e.").add(step.from()).add(" = w.id WHERE w.depth < ")
                    .value(depth);
            held(step);
        }
        sql.add(") SELECT w.id FROM w");
    }

    private void held(Member.Step step) {
        sql.add(" AND e.").add(step.to()).add(" IS NOT NULL")
                .add(step.condition() == null ? "" : " AND " + step.condition().formatted("e"));
        moment.add(noun.target(step.facts()), null, "e", sql);
    }

    /**
     * Adds that a record is the one that a filter names, or a part of it.
     *
     * @throws IllegalArgumentException with a sentence for the caller when the filter names none
     */
    static void within(Noun noun, String alias, Map<?, ?> said, Moment moment, Sql sql) {
        Member.Walk parts = (Member.Walk) noun.member(Graph.PARTS);
        int depth = depth((Integer) said.get("depth"));
        // nothing in it is of one record, so that it can be found once for all; H2 does so where it begins with it
        sql.add(alias).add(".id IN (WITH RECURSIVE w (id, depth) AS (SELECT o.id, 0 FROM ").add(noun.table())
                .add(" o WHERE o.slug = ").value(slug(noun, said));
        new Walking(parts, noun, moment, sql).further(depth);
        sql.add(")");
    }

    private static String slug(Noun noun, Map<?, ?> said) {
        Object slug = said.get("slug");
        Object id = said.get("id");
        if ((slug == null) == (id == null)) {
            throw new IllegalArgumentException(
                    "The filter's within needs the slug or the id of one record. Give one of them, as in {slug: \"acme\"}.");
        }
        if (slug != null) {
            return (String) slug;
        }
        NodeId node = NodeId.parse((String) id);
        if (node == null || !node.kind().equals(noun.table())) {
            throw new IllegalArgumentException("The filter's within.id is \"" + id + "\", which is no " + noun.type()
                    + ". Give an id such as \"" + noun.table() + ":acme\".");
        }
        return node.slug();
    }
}
