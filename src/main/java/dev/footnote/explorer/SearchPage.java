package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.query.GraphQLRequest;

/** The page with the records of a name. */
record SearchPage(Pages pages, Address address) implements Page {

    @Override
    public GraphQLRequest request() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("query", address.one("query"));
        if (!address.one("after").isEmpty()) {
            variables.put("after", address.one("after"));
        }
        return new GraphQLRequest(null, ExplorerDocuments.named("search"), null, null, variables);
    }

    @Override
    public RenderedPage render(JsonNode data) {
        JsonNode found = data.path("search");
        List<Row> hits = new ArrayList<>();
        for (JsonNode hit : found.path("nodes")) {
            JsonNode node = hit.path("node");
            String label = Link.label(node);
            String name = hit.path("name").asText();
            String kind = Wording.title(node.path("__typename").asText());
            hits.add(new Row(new Link(label, address.record(node.path("id").asText())), null,
                    name.equals(label) ? kind : kind + " · " + name, List.of()));
        }
        JsonNode info = found.path("pageInfo");
        String next = info.path("hasNextPage").asBoolean()
                ? address.with("after", List.of(info.path("endCursor").asText()))
                : null;
        String title = address.one("query").isEmpty() ? address.wording().texts().search()
                : address.wording().texts().searchOf(address.one("query"));
        return RenderedPage.of(address, Templates.search(
                pages.frames().of(Frames.Parts.of(address, request(), title, title, List.of())),
                new Templates.SearchContent(address.one("query"), found.path("totalCount").asInt(), hits, next)));
    }
}
