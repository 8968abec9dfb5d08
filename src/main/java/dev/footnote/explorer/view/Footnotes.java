package dev.footnote.explorer.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The footnotes of one page. A place that several facts were read in is one footnote, numbered where it comes first. */
public final class Footnotes {

    private record Place(String source, String locator, String stance, String remark, String quote) {
    }

    private final Map<Place, Note> notes = new LinkedHashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final Address address;

    public Footnotes(Address address) {
        this.address = address;
    }

    /** The marks for the citations of a fact. */
    public List<Mark> marks(JsonNode citations) {
        List<Mark> marks = new ArrayList<>();
        for (JsonNode citation : citations.path("nodes")) {
            Mark mark = mark(citation);
            if (!marks.contains(mark)) {
                marks.add(mark);
            }
        }
        return marks;
    }

    public Mark mark(JsonNode citation) {
        Place place = new Place(citation.path("source").path("id").asText(), text(citation, "locator"),
                text(citation, "stance"),
                text(citation, "note"), text(citation, "quote"));
        Note note = notes.computeIfAbsent(place, first -> note(citation, place));
        return new Mark(note.number(), note.stance() == null);
    }

    private Note note(JsonNode citation, Place place) {
        JsonNode source = citation.get("source");
        String about = Stream.of(text(source, "authors"), text(source.path("publisher"), "label"),
                address.wording().date(text(source, "published"))).filter(part -> part != null)
                .collect(Collectors.joining(", "));
        String stance = place.stance() == null || place.stance().equals("SUPPORTS") ? null : Wording.words(place.stance());
        return new Note(notes.size() + 1, new Link(source.path("title").asText(), address.record(place.source())),
                !documents.add(place.source()), about, text(source, "url"),
                place.locator(), stance, place.quote(), place.remark());
    }

    public List<Note> notes() {
        return List.copyOf(notes.values());
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? null : value.asText();
    }
}
