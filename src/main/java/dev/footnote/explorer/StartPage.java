package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.WholeSelection;
import dev.footnote.explorer.picture.WholeGraph;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.GraphQLRequest;

/** The start page: what the dataset is, and the ways in. */
record StartPage(Pages pages, Address address) implements Page {

    @Override
    public GraphQLRequest request() {
        return new GraphQLRequest(null, ExplorerDocuments.named("start"), null, null, address.moment());
    }

    @Override
    public RenderedPage render(JsonNode data) {
        List<Templates.Kind> kinds = new ArrayList<>();
        for (QueryField.Connection list : pages.documents().nouns()) {
            int count = data.path(list.name()).path("totalCount").asInt();
            if (count > 0) {
                kinds.add(new Templates.Kind(Frames.link(list, address), count));
            }
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
                dataset.path("version").asText(null), kinds, whole(data), edits(data), sources,
                data.path("contested").path("totalCount").asInt());
        return RenderedPage.of(address, Templates.start(
                pages.frames().of(new Frames.Parts(address, request(), title, lead, Optional.empty(), true,
                        Optional.of(JsonLd.of(dataset)), List.of())),
                content));
    }

    /** The picture of the whole, if all of its records and relations were selected. */
    private WholeGraph whole(JsonNode data) {
        WholeGraph.Builder whole = new WholeGraph.Builder();
        List<QueryField.Connection> lists = Stream.concat(pages.documents().nouns().stream(),
                pages.documents().relations().stream()).filter(list -> list.entityType().cited()).toList();
        for (QueryField.Connection list : lists) {
            JsonNode found = data.path(list.name());
            if (found.path("totalCount").asInt() > WholeSelection.MOST) {
                return null;
            }
            found.path("nodes").forEach(whole::add);
        }
        return whole.build().orElse(null);
    }

    private List<Row> edits(JsonNode data) {
        List<Row> edits = new ArrayList<>();
        for (JsonNode edit : data.path("recent").path("nodes")) {
            String summary = edit.path("summary").asText("");
            String text = edit.hasNonNull("summary") && !summary.isBlank() ? summary : edit.path("id").asText();
            edits.add(new Row(new Link(text, address.record(edit.path("id").asText())), null,
                    Stream.of(edit.path("madeBy").asText(""),
                            address.wording().date(edit.path("madeAt").asText().substring(0, Wording.DAY_LENGTH)))
                            .filter(part -> !part.isEmpty() && !part.equals("null")).collect(Collectors.joining(Rows.BETWEEN)),
                    List.of()));
        }
        return edits;
    }
}
