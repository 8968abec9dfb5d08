package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.Selection;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Footnotes;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Quantities;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;

/** Makes one line of a record: what it is about, and the rest in short. */
record Rows(ExplorerDocuments documents, Address address, Footnotes notes, Map<EntityType, Shape> shapes) {

    static final String BETWEEN = " · ";

    private static final Set<String> LABELS = Set.of("name", "title", "text");
    /** Values that need no name. */
    private static final Set<String> BARE = Set.of("date", "value");
    private static final int SHORT = 80;
    private static final String CITATIONS = "citations";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])-?\\d{5,}(\\.\\d+)?(?![\\w-])");

    Rows(ExplorerDocuments documents, Address address, Footnotes notes) {
        this(documents, address, notes, new HashMap<>());
    }

    Row row(EntityType type, JsonNode node) {
        Shape shape = shapes.computeIfAbsent(type, this::shape);
        String label = label(type, node);
        Link record = new Link(label, shape.hasPage() ? address.record(node.path("id").asText()) : null);
        Optional<String> other = shape.noun() ? Optional.empty() : shape.references(node).findFirst();
        Set<String> detail = shape.details(node);
        if (shape.number() && other.isEmpty()) {
            // the label of a number says its value, too
            detail.removeIf(label::contains);
        }
        shape.references(node).filter(reference -> !reference.equals(other.orElse(null)))
                .forEach(reference -> detail.add(node.path(reference).path("label").asText()));
        Link subject = other.map(reference -> Link.to(node.path(reference), address)).orElse(record);
        return new Row(subject, other.isPresent() && shape.hasPage() ? record : null, String.join(BETWEEN, detail),
                notes.marks(node.path("citations")));
    }

    /** What one edit did with a record: who, when, and the fields before and after. */
    Row change(JsonNode change) {
        JsonNode edit = change.path("edit");
        List<String> detail = new ArrayList<>(List.of(Wording.words(change.path("action").asText())));
        if (edit.hasNonNull("madeBy")) {
            detail.add(edit.get("madeBy").asText());
        }
        detail.add(address.wording().date(edit.path("madeAt").asText().substring(0, Wording.DAY_LENGTH)));
        for (JsonNode field : change.path("fields").path("nodes")) {
            if (!field.path("field").asText().equals(CITATIONS)) {
                detail.add(Wording.title(field.path("field").asText()).toLowerCase(Locale.ROOT) + ": "
                        + written(field.path("before")) + " → " + written(field.path("after")));
            }
        }
        return new Row(Link.to(edit, address), null, String.join(BETWEEN, detail), List.of());
    }

    private static String written(JsonNode value) {
        String text = value.isNull() ? "–" : value.asText();
        return text.length() > SHORT ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHORT))) + "…"
                : text;
    }

    private Shape shape(EntityType type) {
        Quantities quantities = new Quantities(type, address.wording());
        boolean noun = documents.isNoun(type);
        return new Shape(quantities, Selection.values(type).stream()
                .filter(attribute -> !(noun && LABELS.contains(attribute.name()) || quantities.isUnit(attribute)
                        || quantities.isBesideStated(attribute)))
                .toList(), Selection.stated(type).map(Attribute::name).toList(), noun,
                documents.type(ExplorerDocuments.segment(type)).isPresent(), !type.sums().isEmpty());
    }

    /**
     * What lines of an entity type have in common.
     *
     * @param values that are told beside the label
     * @param references the names of the fields that refer to one record
     * @param number whether the records are numbers
     */
    record Shape(Quantities quantities, List<Attribute> values, List<String> references, boolean noun, boolean hasPage,
            boolean number) {

        Set<String> details(JsonNode node) {
            Set<String> details = new LinkedHashSet<>();
            for (Attribute attribute : values) {
                JsonNode value = node.path(attribute.name());
                if (value.isBoolean() && value.asBoolean()) {
                    details.add(Wording.title(attribute.name()).toLowerCase(Locale.ROOT));
                } else if (!value.isNull() && !value.isMissingNode() && !value.isBoolean()) {
                    detail(attribute, value, quantities.text(attribute, node), details);
                }
            }
            return details;
        }

        Stream<String> references(JsonNode node) {
            return references.stream().filter(reference -> node.path(reference).hasNonNull("id"));
        }
    }

    /** The label of a record. The label of a number is made for every country, so its digits are grouped here. */
    String label(EntityType type, JsonNode node) {
        String label = Link.label(node);
        return type.sums().isEmpty() ? label
                : NUMBER.matcher(label).replaceAll(number -> address.wording().number(number.group()));
    }

    private static void detail(Attribute attribute, JsonNode value, String text, Set<String> detail) {
        String name = Wording.title(attribute.name()).toLowerCase(Locale.ROOT);
        if (name.endsWith(" on") && value.asText().length() < Wording.DAY_LENGTH) {
            // a role is held on a day, but in a month or a year
            name = name.substring(0, name.length() - 2) + "in";
        }
        ValueType domain = attribute instanceof Attribute.Scalar scalar ? scalar.domain() : ValueType.DECIMAL;
        if (domain != ValueType.TEXT) {
            detail.add(BARE.contains(attribute.name()) ? text : name + " " + text);
        } else if (text.length() <= SHORT && !text.startsWith("http")) {
            detail.add(text);
        }
    }
}
