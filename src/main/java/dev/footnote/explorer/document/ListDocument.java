package dev.footnote.explorer.document;

import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;

/** The documents of a list: one for its page, with facets, and one for its exports. */
final class ListDocument {

    private final QueryField.Connection list;
    private final List<Facet> facets;

    ListDocument(Metamodel metamodel, QueryField.Connection list) {
        this.list = list;
        this.facets = Facet.of(list.entityType());
    }

    String page() {
        EntityType type = list.entityType();
        String notes = type.cited() ? " citations(first: 3) { totalCount nodes { ...Note } }" : "";
        String groups = facets.stream().map(facet -> "    " + facet.name() + "Facet: groups(by: [" + facet.by()
                + "], first: 12, orderBy: [{ count: DESC }]) { totalCount nodes { count key " + facet.key() + " } }\n")
                .collect(Collectors.joining());
        return query("Page", "first: $first, last: $last, after: $after, before: $before",
                "$first: Int, $last: Int, $after: String, $before: String, ")
                .formatted("    totalCount\n    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    nodes { "
                        + Selection.fields(type, null) + notes + " }\n" + groups)
                + (type.cited() ? "\n" + Selection.NOTE : "");
    }

    String table() {
        return query("Table", "", "").formatted("    nodes { " + Selection.fields(list.entityType(), null) + " }\n");
    }

    private String query(String name, String page, String variables) {
        String type = list.entityType().type();
        return "query Explorer" + Character.toUpperCase(list.name().charAt(0)) + list.name().substring(1) + name + "("
                + variables + "$filter: " + type + "Filter, $orderBy: [" + type + "Order!], $at: PartialDate) {\n  list: "
                + list.name() + "(" + (page.isEmpty() ? "" : page + ", ") + "filter: $filter, orderBy: $orderBy, at: $at) {\n"
                + "%s  }\n}\n";
    }
}
