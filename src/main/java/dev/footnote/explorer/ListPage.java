package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.Facet;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Footnotes;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.GraphQLRequest;

/** The page of a list, with facets, orders and pages. */
final class ListPage implements Page {

    private static final int SIZE = 50;

    private final Pages pages;
    private final QueryField.Connection list;
    private final EntityType type;
    private final Address address;
    private final GraphQLRequest request;
    private final FacetLinks facets;

    ListPage(Pages pages, QueryField.Connection list, Address address) {
        this.pages = pages;
        this.list = list;
        this.type = list.entityType();
        this.address = address;
        this.facets = new FacetLinks(type, address);
        this.request = new GraphQLRequest(null, ExplorerDocuments.list(list), null, null, variables());
    }

    private Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        boolean back = !address.one("before").isEmpty();
        variables.put(back ? "last" : "first", SIZE);
        for (String name : List.of("after", "before", Address.AT)) {
            if (!address.one(name).isEmpty()) {
                variables.put(name, address.one(name));
            }
        }
        List<Map<String, Object>> filters = facets.filters();
        if (!filters.isEmpty()) {
            variables.put("filter", filters.size() == 1 ? filters.get(0) : Map.of("and", filters));
        }
        String order = address.one("sort");
        if (!order.isEmpty()) {
            boolean descending = order.startsWith("-");
            variables.put("orderBy",
                    List.of(Map.of(descending ? order.substring(1) : order, descending ? "DESC" : "ASC")));
        }
        return variables;
    }

    @Override
    public GraphQLRequest request() {
        return request;
    }

    @Override
    public RenderedPage render(JsonNode data) {
        JsonNode found = data.path("list");
        Footnotes notes = new Footnotes(address);
        Rows rows = new Rows(pages.documents(), address, notes);
        List<Row> shown = new ArrayList<>();
        found.path("nodes").forEach(node -> shown.add(rows.row(type, node)));
        JsonNode info = found.path("pageInfo");
        String previous = info.path("hasPreviousPage").asBoolean() ? page("before", info.path("startCursor").asText()) : null;
        String next = info.path("hasNextPage").asBoolean() ? page("after", info.path("endCursor").asText()) : null;
        Templates.ListContent content = new Templates.ListContent(list.description(), found.path("totalCount").asInt(), shown,
                facets.of(found), orders(), previous, next);
        return RenderedPage.of(address,
                Templates.list(pages.frames().of(new Frames.Parts(address, request, Wording.title(list.name()),
                        list.description(), Optional.of(ExplorerDocuments.table(list)), true, Optional.empty(), notes.notes())),
                        content));
    }

    private String page(String direction, String cursor) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(address.parameters());
        List.of("after", "before").forEach(parameters::remove);
        parameters.put(direction, List.of(cursor));
        return address.path() + Address.query(parameters);
    }

    private List<Link> orders() {
        List<Link> orders = new ArrayList<>();
        for (String field : List.of("name", "title")) {
            if (type.attribute(field) instanceof Attribute.Scalar) {
                orders.add(order(field, Wording.title(field)));
            }
        }
        Facet.of(type).stream().filter(facet -> facet.kind() == Facet.Kind.YEAR)
                .forEach(facet -> orders.add(order("-" + facet.name(), Wording.title(facet.name()))));
        orders.add(order("-number", address.wording().texts().latestAdded()));
        return orders;
    }

    private Link order(String sort, String text) {
        return new Link(text, address.one("sort").equals(sort) ? null : address.with("sort", List.of(sort)));
    }
}
