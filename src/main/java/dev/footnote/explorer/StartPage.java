package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.GraphQLRequest;

/** The start page: what the dataset is, and the ways in. */
record StartPage(Pages pages, Address address) implements Page {

    @Override
    public GraphQLRequest request() {
        return new GraphQLRequest(null, ExplorerDocuments.named("start"), null, null, Map.of());
    }

    @Override
    public RenderedPage render(JsonNode data) {
        List<Templates.Kind> kinds = new ArrayList<>();
        for (QueryField.Connection list : pages.documents().nouns()) {
            kinds.add(new Templates.Kind(Frames.link(list, address), data.path(list.name()).path("totalCount").asInt()));
        }
        List<Row> sources = new ArrayList<>();
        for (JsonNode source : data.path("latest").path("nodes")) {
            sources.add(new Row(Link.to(source, address), null,
                    address.wording().date(source.path("published").asText(null)), List.of()));
        }
        JsonNode dataset = data.path("dataset");
        String title = dataset.path("title").asText("Footnote");
        String description = dataset.path("description").asText("");
        int sentence = description.indexOf(". ") + 1;
        String lead = sentence == 0 ? description : description.substring(0, sentence);
        Templates.StartContent content = new Templates.StartContent(description.substring(lead.length()).strip(),
                dataset.path("licence").asText(null),
                dataset.path("version").asText(null), kinds, sources, data.path("contested").path("totalCount").asInt());
        return RenderedPage.of(address, Templates.start(
                pages.frames().of(Frames.Parts.of(address, request(), title, lead, List.of())), content));
    }
}
