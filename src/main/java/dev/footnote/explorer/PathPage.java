package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Footnotes;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.query.GraphQLRequest;

/**
 * The page with the shortest paths between two records. As long as one of them is only a name, it offers what has that name.
 */
record PathPage(Pages pages, Address address) implements Page {

    private static final String FROM = "from";
    private static final String TO = "to";

    @Override
    public GraphQLRequest request() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(FROM, address.one(FROM));
        variables.put(TO, address.one(TO));
        if (!chosen()) {
            return new GraphQLRequest(null, ExplorerDocuments.named("path-ends"), null, null, variables);
        }
        if (!address.at().isEmpty()) {
            variables.put(Address.AT, address.at());
        }
        return new GraphQLRequest(null, ExplorerDocuments.named("path"), null, null, variables);
    }

    private boolean chosen() {
        return isId(address.one(FROM)) && isId(address.one(TO));
    }

    /** Whether the text is a global id and no name. The part before the colon is a kind. */
    private boolean isId(String end) {
        int colon = end.indexOf(':');
        return colon > 0 && pages.documents().type(end.substring(0, colon).replace('_', '-')).isPresent();
    }

    @Override
    public RenderedPage render(JsonNode data) {
        Footnotes notes = new Footnotes(address);
        List<Templates.Chain> chains = new ArrayList<>();
        data.path("path").path("paths").forEach(path -> chains.add(chain(path, notes)));
        Templates.PathContent content = new Templates.PathContent(end(data, FROM), end(data, TO), chosen(), chains);
        String title = address.wording().texts().path();
        return RenderedPage.of(address, Templates.path(
                pages.frames().of(Frames.Parts.of(address, request(), title, title, notes.notes()).ofDate()), content));
    }

    private Templates.End end(JsonNode data, String end) {
        return new Templates.End(end, address.one(end), data.path(end).path("label").asText(null),
                chosen() ? List.of() : ends(data, end));
    }

    /** The records that have the name of one end, each as a link that chooses it. */
    private List<Link> ends(JsonNode data, String end) {
        List<Link> ends = new ArrayList<>();
        if (!isId(address.one(end))) {
            for (JsonNode hit : data.path(end).path("nodes")) {
                JsonNode node = hit.path("node");
                ends.add(new Link(node.path("label").asText() + " (" + Wording.title(node.path("__typename").asText()) + ")",
                        address.with(end, List.of(node.path("id").asText()))));
            }
        }
        return ends;
    }

    private Templates.Chain chain(JsonNode path, Footnotes notes) {
        List<Templates.Step> steps = new ArrayList<>();
        Link start = null;
        for (JsonNode hop : path.path("hops")) {
            start = start == null ? Link.to(hop.path(FROM), address) : start;
            List<Row> facts = new ArrayList<>();
            for (JsonNode link : hop.path("links")) {
                JsonNode fact = link.path("fact");
                facts.add(new Row(Link.to(fact, address), null, "", notes.marks(fact.path("citations"))));
            }
            steps.add(new Templates.Step(Link.to(hop.path(TO), address), facts));
        }
        return new Templates.Chain(start, steps);
    }
}
