package dev.footnote.analysis.path;

import java.util.List;
import java.util.Locale;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** The virtual entity types of a path search. The rows of each type belong to a row of the type above it. */
final class PathTypes {

    final EntityType link;
    final EntityType hop;
    final EntityType path;
    final EntityType search;

    PathTypes(Metamodel metamodel) {
        link = link(metamodel);
        hop = hop(metamodel);
        path = path(metamodel);
        search = search(metamodel);
    }

    private static EntityType link(Metamodel metamodel) {
        return metamodel.made("PathLink", "A fact that joins the two records of a hop.",
                List.of("place", "hop", "fact_kind", "fact_id", "along"),
                new Attribute.Any("fact", "The affiliation, participation or organization link; where one of the two records"
                        + " names the other itself, as a unit names what it is a unit of, that record.", "fact_kind", "fact_id",
                        "Cited"),
                metamodel.value("along", "Whether the hop goes the way that the fact does: from a person to the organization or"
                        + " to the superior, from a participant to the initiative or event, from an organization to"
                        + " the target of its link, from a unit to what it is a unit of, from an event to what it belongs to,"
                        + " from a product to its maker or to what it is a part of or built on.", true, Boolean.class,
                        "along"));
    }

    private EntityType hop(Metamodel metamodel) {
        return metamodel.made("PathHop", "One step of a path, from a record to one that it is joined with by a fact.",
                List.of("place", "path", "from_kind", "from_id", "to_kind", "to_id"),
                new Attribute.Any("from", "The record that the hop comes from.", "from_kind", "from_id", "Cited"),
                new Attribute.Any("to", "The record that the hop goes to.", "to_kind", "to_id", "Cited"),
                new Attribute.NestedRows("links", "All facts that join the two, by kind and number.", link, "hop"));
    }

    private EntityType path(Metamodel metamodel) {
        return metamodel.made("Path", "A way from one record to another over facts that join them.",
                List.of("place", "search", "length"),
                metamodel.value("length", "How many hops it has.", true, Integer.class, "length"),
                new Attribute.NestedRows("hops", "Its steps in order. None where both ends are the same record.", hop, "path"));
    }

    private EntityType search(Metamodel metamodel) {
        return metamodel.made("PathSearch", "What a search for paths has found.",
                List.of("place", "complete", "searched_length", "more"),
                metamodel.value("complete",
                        String.format(Locale.ROOT, "Whether the search came to its end. False where it was given up"
                                + " because it would have had to read more than %,d facts; there may be paths longer than"
                                + " searchedLength.", BidirectionalSearch.MOST),
                        true, Boolean.class, "complete"),
                metamodel.value("searchedLength", "Up to how many hops paths were looked for. There are none as short but those"
                        + " that are found.", true, Integer.class, "searched_length"),
                metamodel.value("more", "Whether there are more paths of the same length.", true, Boolean.class, "more"),
                new Attribute.NestedRows("paths", "The shortest paths, by the records that they pass in turn: events ahead of"
                        + " initiatives, organizations, people and products, each by number. None where there are none.", path,
                        "search"));
    }
}
