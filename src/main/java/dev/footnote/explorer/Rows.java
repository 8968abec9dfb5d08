package dev.footnote.explorer;

import java.util.LinkedHashSet;
import java.util.Locale;
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
record Rows(ExplorerDocuments documents, Address address, Footnotes notes) {

    static final String BETWEEN = " · ";

    private static final Set<String> LABELS = Set.of("name", "title", "text");
    /** Values that need no name. */
    private static final Set<String> BARE = Set.of("date", "value");
    private static final int SHORT = 80;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{5,}(\\.\\d+)?(?![\\w-])");

    Row row(EntityType type, JsonNode node) {
        boolean hasPage = documents.type(ExplorerDocuments.segment(type)).isPresent();
        String label = label(type, node);
        Link record = new Link(label, hasPage ? address.record(node.path("id").asText()) : null);
        boolean noun = documents.isNoun(type);
        Optional<Attribute> other = noun ? Optional.empty() : references(type, node).findFirst();
        Set<String> detail = details(type, node);
        if (!type.sums().isEmpty() && other.isEmpty()) {
            // the label of a number says its value, too
            detail.removeIf(label::contains);
        }
        references(type, node).filter(reference -> !other.equals(Optional.of(reference)))
                .forEach(reference -> detail.add(node.path(reference.name()).path("label").asText()));
        Link subject = other.map(reference -> Link.to(node.path(reference.name()), address)).orElse(record);
        return new Row(subject, other.isPresent() && hasPage ? record : null, String.join(BETWEEN, detail),
                notes.marks(node.path("citations")));
    }

    private Set<String> details(EntityType type, JsonNode node) {
        Quantities quantities = new Quantities(type, address.wording());
        boolean noun = documents.isNoun(type);
        Set<String> details = new LinkedHashSet<>();
        for (Attribute attribute : Selection.values(type)) {
            boolean told = noun && LABELS.contains(attribute.name()) || quantities.isUnit(attribute)
                    || quantities.isBesideStated(attribute);
            if (told || !node.hasNonNull(attribute.name())) {
                continue;
            }
            if (!node.get(attribute.name()).isBoolean()) {
                detail(attribute, quantities.text(attribute, node), details);
            } else if (node.get(attribute.name()).asBoolean()) {
                details.add(Wording.title(attribute.name()).toLowerCase(Locale.ROOT));
            }
        }
        return details;
    }

    private static Stream<Attribute> references(EntityType type, JsonNode node) {
        return Selection.references(type).stream().filter(attribute -> node.path(attribute.name()).hasNonNull("id"));
    }

    /** The label of a record. The label of a number is made for every country, so its digits are grouped here. */
    private String label(EntityType type, JsonNode node) {
        String label = Link.label(node);
        return type.sums().isEmpty() ? label
                : NUMBER.matcher(label).replaceAll(number -> address.wording().number(number.group()));
    }

    private static void detail(Attribute attribute, String text, Set<String> detail) {
        String name = Wording.title(attribute.name()).toLowerCase(Locale.ROOT);
        ValueType domain = attribute instanceof Attribute.Scalar scalar ? scalar.domain() : ValueType.DECIMAL;
        if (domain != ValueType.TEXT) {
            detail.add(BARE.contains(attribute.name()) ? text : name + " " + text);
        } else if (text.length() <= SHORT && !text.startsWith("http")) {
            detail.add(text);
        }
    }
}
