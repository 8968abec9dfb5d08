package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.Selection;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Fact;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.GraphQLRequest;

/** The page of a document: all that was read in it, in the order of its paragraphs. */
record SourcePage(Pages pages, EntityType type, String slug, Address address) implements Page {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Sorts paragraph 2 before paragraph 10, and the document as a whole before both. */
    private static final Comparator<String> BY_PLACE = Comparator.comparing(SourcePage::padded);

    @Override
    public GraphQLRequest request() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("slug", slug);
        if (!address.one("after").isEmpty()) {
            variables.put("after", address.one("after"));
        }
        return new GraphQLRequest(null, ExplorerDocuments.named("source"), null, null, variables);
    }

    private static String padded(String locator) {
        return NUMBER.matcher(locator).replaceAll(found -> "0".repeat(9 - found.group().length()) + found.group());
    }

    @Override
    public RenderedPage render(JsonNode data) {
        JsonNode source = data.path("record");
        if (!source.hasNonNull("id")) {
            return pages.missing(address);
        }
        Map<String, List<Row>> places = new TreeMap<>(BY_PLACE);
        JsonNode citations = source.path("citations");
        for (JsonNode citation : citations.path("nodes")) {
            places.computeIfAbsent(citation.path("locator").asText(""), place -> new ArrayList<>()).add(row(citation));
        }
        List<Templates.Passage> passages = new ArrayList<>();
        places.forEach((place, rows) -> passages.add(new Templates.Passage(place.isEmpty() ? null : place, rows)));
        JsonNode info = citations.path("pageInfo");
        String next = info.path("hasNextPage").asBoolean()
                ? address.with("after", List.of(info.path("endCursor").asText()))
                : null;
        String title = Link.label(source);
        return RenderedPage.of(address, Templates.source(
                pages.frames().of(new Frames.Parts(address, request(), title, title, Optional.empty(), false,
                        Optional.of(JsonLd.of(type, source)), List.of())),
                new Templates.SourceContent(facts(source), citations.path("totalCount").asInt(), passages, next)));
    }

    private Row row(JsonNode citation) {
        JsonNode subject = citation.path("subject");
        List<String> detail = new ArrayList<>(List.of(Wording.title(subject.path("__typename").asText())));
        for (String field : List.of("field", "note", "quote")) {
            if (citation.hasNonNull(field)) {
                detail.add(citation.get(field).asText());
            }
        }
        if (!citation.path("stance").asText().equals("SUPPORTS")) {
            detail.add(Wording.words(citation.path("stance").asText()));
        }
        return new Row(Link.to(subject, address), null,
                String.join(" · ", detail), List.of());
    }

    private List<Fact> facts(JsonNode source) {
        List<Fact> facts = new ArrayList<>();
        for (Attribute attribute : Selection.values(type)) {
            if (source.hasNonNull(attribute.name()) && !attribute.name().equals("title")) {
                String text = address.wording().value(attribute, source.get(attribute.name()));
                facts.add(new Fact(Wording.title(attribute.name()), attribute.description(),
                        Link.value(text), List.of()));
            }
        }
        JsonNode publisher = source.path("publisher");
        if (publisher.hasNonNull("id")) {
            facts.add(new Fact(Wording.title("publisher"), "", Link.to(publisher, address), List.of()));
        }
        return facts;
    }
}
