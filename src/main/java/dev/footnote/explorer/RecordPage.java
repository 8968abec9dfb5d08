package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.RecordDocument;
import dev.footnote.explorer.document.Selection;
import dev.footnote.explorer.picture.ComputedValues;
import dev.footnote.explorer.picture.NeighbourGraph;
import dev.footnote.explorer.picture.Strip;
import dev.footnote.explorer.picture.Timeline;
import dev.footnote.explorer.picture.ValueBars;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Fact;
import dev.footnote.explorer.view.Footnotes;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Mark;
import dev.footnote.explorer.view.PartsTree;
import dev.footnote.explorer.view.Quantities;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Section;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.query.GraphQLRequest;

/** The page of one record of any entity type. */
final class RecordPage implements Page {

    private static final Set<String> HEAD = Set.of("name", "title", "summary", "description");

    private final Pages pages;
    private final EntityType type;
    private final Address address;
    private final GraphQLRequest request;
    private final String slug;

    RecordPage(Pages pages, EntityType type, String slug, Address address) {
        this.pages = pages;
        this.type = type;
        this.address = address;
        this.slug = slug;
        Map<String, Object> variables = new LinkedHashMap<>();
        if (pages.documents().isNoun(type)) {
            variables.put("slug", slug);
            if (!address.at().isEmpty()) {
                variables.put("at", address.at());
            }
        } else {
            variables.put("id", new GlobalId(type.table(), slug).text());
        }
        this.request = new GraphQLRequest(null, ExplorerDocuments.record(type), null, null, variables);
    }

    @Override
    public GraphQLRequest request() {
        return request;
    }

    @Override
    public RenderedPage render(JsonNode data) {
        JsonNode record = data.path("record");
        if (!record.hasNonNull("id")) {
            return pages.missing(address);
        }
        Footnotes notes = new Footnotes(address);
        Rows rows = new Rows(pages.documents(), address, notes);
        List<Mark> marks = marks(null, record, notes);
        List<Row> names = names(record, rows);
        List<Fact> facts = facts(record, notes);
        List<PartsTree.Node> tree = tree(record, rows);
        List<Section> sections = sections(record, rows);
        Templates.RecordContent content = new Templates.RecordContent(Wording.title(type.type()), list(), marks,
                summary(record), names, facts,
                neighbours(sections),
                pages.documents().texts().containsKey(ExplorerDocuments.graph(type)) ? record.path("id").asText() : null,
                tree, sections,
                type.alias() == null ? null : address.dated("/path?from=" + Address.encoded(record.path("id").asText())),
                type.isEditable() ? "/edit/" + Address.encoded(record.path("id").asText()) : null);
        String title = rows.label(type, record);
        String description = content.summary() == null ? kind(record) : content.summary();
        return RenderedPage.of(address,
                Templates.record(pages.frames().of(new Frames.Parts(address, request, title, description,
                        Optional.empty(), pages.documents().isNoun(type), Optional.of(JsonLd.of(type, record)), notes.notes())),
                        content));
    }

    private String list() {
        return pages.documents().listOf(type).map(list -> address.dated("/" + ExplorerDocuments.segment(list))).orElse(null);
    }

    private String kind(JsonNode record) {
        String name = Wording.title(type.type());
        return record.hasNonNull("kind") && type.attribute("kind") != null
                ? name + " · " + address.wording().value(type.attribute("kind"), record.get("kind"))
                : name;
    }

    private static String summary(JsonNode record) {
        return record.hasNonNull("summary") ? record.get("summary").asText()
                : record.hasNonNull("description") ? record.get("description").asText() : null;
    }

    private List<Row> names(JsonNode record, Rows rows) {
        List<Row> names = new ArrayList<>();
        if (type.alias() != null) {
            EntityType target = type.target(((Attribute.Many) type.attribute("names")).target());
            for (JsonNode name : record.path("names").path("nodes")) {
                String text = name.path("text").asText();
                String detail = rows.row(target, name).detail();
                names.add(new Row(Link.text(text), null, detail.startsWith(text + Rows.BETWEEN)
                        ? detail.substring(text.length() + Rows.BETWEEN.length())
                        : detail, rows.notes().marks(name.path("citations"))));
            }
        }
        return names;
    }

    private List<Fact> facts(JsonNode record, Footnotes notes) {
        List<Fact> facts = new ArrayList<>();
        Quantities quantities = new Quantities(type, address.wording());
        for (Attribute attribute : Selection.values(type)) {
            boolean told = HEAD.contains(attribute.name()) || quantities.isUnit(attribute)
                    || quantities.isBesideStated(attribute);
            if (!told && record.hasNonNull(attribute.name())) {
                facts.add(new Fact(Wording.title(attribute.name()), attribute.description(),
                        Link.value(quantities.text(attribute, record)),
                        // no document says what is computed here
                        ComputedValues.isComputed(attribute) ? List.of() : marks(attribute, record, notes)));
            }
        }
        for (Attribute attribute : Selection.references(type)) {
            JsonNode other = record.path(attribute.name());
            if (other.hasNonNull("id")) {
                facts.add(new Fact(Wording.title(attribute.name()), attribute.description(),
                        Link.to(other, address),
                        attribute instanceof Attribute.DerivedToOne ? List.of() : marks(attribute, record, notes)));
            }
        }
        return facts;
    }

    /** The footnotes of one value, or of the record if it is null: the places about it, or else about the whole record. */
    private static List<Mark> marks(Attribute attribute, JsonNode record, Footnotes notes) {
        List<Mark> own = new ArrayList<>();
        List<Mark> whole = new ArrayList<>();
        for (JsonNode citation : record.path("citations").path("nodes")) {
            if (!citation.hasNonNull("field")) {
                whole.add(notes.mark(citation));
            } else if (attribute != null && isAbout(citation, attribute)) {
                own.add(notes.mark(citation));
            }
        }
        return own.isEmpty() ? whole : own;
    }

    /** Whether a place is about the field. Dataset files write field names with underscores. */
    private static boolean isAbout(JsonNode citation, Attribute attribute) {
        return citation.get("field").asText().replace("_", "").equalsIgnoreCase(attribute.name());
    }

    private List<Section> sections(JsonNode record, Rows rows) {
        List<Section> sections = new ArrayList<>();
        for (Attribute.Many relation : Selection.relations(type)) {
            JsonNode list = record.path(relation.name());
            boolean named = type.alias() != null && relation.name().equals("names");
            if (list.path("totalCount").asInt() > 0 && !named && !isTree(relation)) {
                sections.add(section(relation, list, rows));
            }
        }
        return sections;
    }

    private static boolean isTree(Attribute.Many relation) {
        return relation instanceof Attribute.Hierarchy hierarchy && hierarchy.deep();
    }

    private List<PartsTree.Node> tree(JsonNode record, Rows rows) {
        return PartsTree.of(record, PartsTree.nodes(Selection.relations(type).stream().filter(RecordPage::isTree)
                .map(relation -> record.path(relation.name()))),
                one -> one == record
                        ? new Row(Link.to(record, address), null, "", List.of())
                        : rows.row(type, one));
    }

    private NeighbourGraph neighbours(List<Section> sections) {
        NeighbourGraph.Builder neighbours = new NeighbourGraph.Builder();
        sections.forEach(section -> section.rows().forEach(row -> neighbours.add(row.subject().text(), row.subject().href())));
        return neighbours.build();
    }

    private Section section(Attribute.Many relation, JsonNode list, Rows rows) {
        EntityType target = type.target(relation.target());
        JsonNode nodes = list.path("nodes");
        Optional<Timeline> timeline = Timeline.of(target, nodes);
        Optional<ValueBars> bars = timeline.isPresent() ? Optional.empty() : ValueBars.of(target, nodes);
        List<Row> found = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int index = i;
            Strip strip = timeline.map(times -> times.strip(index))
                    .orElseGet(() -> bars.map(values -> values.strip(index)).orElse(null));
            found.add(relation.name().equals(RecordDocument.HISTORY) ? rows.change(nodes.get(i))
                    : rows.row(target, nodes.get(i)).with(strip));
        }
        return new Section(ExplorerDocuments.kebab(relation.name()), Wording.title(relation.name()), relation.description(),
                list.path("totalCount").asInt(), found, timeline.map(Timeline::axis).orElse(null), all(relation, target));
    }

    /** The list of all records of a relation, if one field of theirs leads back. */
    private String all(Attribute.Many relation, EntityType target) {
        if (!(relation instanceof Attribute.ToMany many) || many.condition() != null) {
            return null;
        }
        return pages.documents().listOf(target).flatMap(list -> Selection.references(target).stream()
                .filter(attribute -> attribute instanceof Attribute.ToOne one && one.column().equals(many.column()))
                .findFirst().map(back -> address.dated("/" + ExplorerDocuments.segment(list) + "?where="
                        + Address.encoded(back.name() + ":" + slug))))
                .orElse(null);
    }
}
