package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.document.Selection;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Footnotes;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Row;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;

/** Makes one line of a record: what it is about, and the rest in short. */
record Rows(ExplorerDocuments documents, Address address, Footnotes notes) {

    static final String BETWEEN = " · ";

    private static final Set<String> LABELS = Set.of("name", "title", "text");
    private static final int SHORT = 80;

    Row row(EntityType type, JsonNode node) {
        boolean hasPage = documents.type(ExplorerDocuments.segment(type)).isPresent();
        Link record = new Link(Link.label(node), hasPage ? address.record(node.path("id").asText()) : null);
        boolean noun = documents.isNoun(type);
        Optional<Attribute> other = noun ? Optional.empty() : references(type, node).findFirst();
        List<String> detail = new ArrayList<>();
        for (Attribute attribute : Selection.values(type)) {
            boolean told = noun && LABELS.contains(attribute.name());
            if (!told && node.hasNonNull(attribute.name())) {
                detail(attribute, node.get(attribute.name()), detail);
            }
        }
        references(type, node).filter(reference -> !other.equals(Optional.of(reference)))
                .forEach(reference -> detail.add(node.path(reference.name()).path("label").asText()));
        Link subject = other.map(reference -> Link.to(node.path(reference.name()), address)).orElse(record);
        return new Row(subject, other.isPresent() && hasPage ? record : null, String.join(BETWEEN, detail),
                notes.marks(node.path("citations")));
    }

    private static Stream<Attribute> references(EntityType type, JsonNode node) {
        return Selection.references(type).stream().filter(attribute -> node.path(attribute.name()).hasNonNull("id"));
    }

    private void detail(Attribute attribute, JsonNode value, List<String> detail) {
        String text = address.wording().value(attribute, value);
        String name = Wording.title(attribute.name()).toLowerCase(Locale.ROOT);
        ValueType domain = attribute instanceof Attribute.Scalar scalar ? scalar.domain() : ValueType.DECIMAL;
        if (domain == ValueType.BOOLEAN) {
            if (value.asBoolean()) {
                detail.add(name);
            }
        } else if (domain != ValueType.TEXT) {
            detail.add(attribute.name().equals("date") ? text : name + " " + text);
        } else if (text.length() <= SHORT && !text.startsWith("http")) {
            detail.add(text);
        }
    }
}
