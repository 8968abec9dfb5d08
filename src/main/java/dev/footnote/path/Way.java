package dev.footnote.path;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.affiliation.Affiliation;
import dev.footnote.entry.Entry;
import dev.footnote.event.Event;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.initiative.Initiative;
import dev.footnote.organization.OrganizationLink;
import dev.footnote.participation.Participation;
import dev.footnote.product.Product;
import dev.footnote.sql.Moment;
import dev.footnote.sql.Sql;

/**
 * A way from records of one kind to records of another.
 *
 * @param fact the records that join them
 * @param near the kind of record that it starts from, which the near column names
 * @param far the kind of record that it leads to, which the far column names
 * @param along whether it goes from who relates to what is related to
 */
record Way(Noun fact, Noun near, String nearColumn, Noun far, String farColumn, boolean along) {

    /** All ways, each there and back. */
    static List<Way> all(Graph graph) {
        List<Way> ways = new ArrayList<>();
        add(graph, Affiliation.class, "person", "organization", ways);
        add(graph, Affiliation.class, "person", "reportsTo", ways);
        add(graph, Participation.class, "organization", "initiative", ways);
        add(graph, Participation.class, "person", "initiative", ways);
        add(graph, OrganizationLink.class, "organization", "target", ways);
        add(graph, Participation.class, "organization", "event", ways);
        add(graph, Participation.class, "person", "event", ways);
        own(graph, Initiative.class, "parent", ways);
        own(graph, Event.class, "initiative", ways);
        own(graph, Event.class, "organization", ways);
        own(graph, Product.class, "maker", ways);
        own(graph, Product.class, "partOf", ways);
        own(graph, Product.class, "basedOn", ways);
        return ways;
    }

    /** Adds the way to what a record itself names, such as what a unit is a unit of. */
    private static void own(Graph graph, Class<? extends Entry> entity, String to, List<Way> ways) {
        Noun noun = graph.noun(entity);
        Member.ToOne way = to(noun, to);
        add(noun, noun, "id", way, graph.noun(way.target()), ways);
    }

    private static void add(Graph graph, Class<? extends Entry> entity, String from, String to, List<Way> ways) {
        Noun fact = graph.noun(entity);
        Member.ToOne one = to(fact, from);
        Member.ToOne other = to(fact, to);
        add(fact, graph.noun(one.target()), one.column(), other, graph.noun(other.target()), ways);
    }

    private static void add(Noun fact, Noun from, String column, Member.ToOne way, Noun to, List<Way> ways) {
        ways.add(new Way(fact, from, column, to, way.column(), true));
        ways.add(new Way(fact, to, way.column(), from, column, false));
    }

    private static Member.ToOne to(Noun fact, String member) {
        return (Member.ToOne) fact.member(member);
    }

    /**
     * Selects the facts that lead on, with where from and where to.
     */
    Sql sql(Integer[] from, Moment moment, int most) {
        Sql sql = new Sql().add("SELECT r.id, r.").add(nearColumn).add(", r.").add(farColumn).add("\nFROM ")
                .add(fact.table()).add(" r\nWHERE r.").add(nearColumn).add(" = ANY(").value(from).add(")\nAND r.")
                .add(farColumn).add(" IS NOT NULL");
        moment.add(fact, null, "r", sql);
        return sql.add("\nFETCH FIRST ").value(most).add(" ROWS ONLY");
    }
}
