package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.EditField;
import dev.footnote.explorer.view.EditField.Kind;
import dev.footnote.explorer.view.Link;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.GraphQLRequest;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/** The page on which a record is edited: a form with its values, which a script sends as an edit. */
record EditPage(Pages pages, EntityType type, String id, Address address) implements Page {

    /** Beyond that, a text has a field of several lines. */
    private static final int LINE = 60;

    @Override
    public GraphQLRequest request() {
        return new GraphQLRequest(null, ExplorerDocuments.edit(type), null, null, Map.of("id", id));
    }

    @Override
    public RenderedPage render(JsonNode data) {
        JsonNode record = data.path("record");
        if (!record.hasNonNull("id")) {
            return pages.missing(address);
        }
        String title = Link.label(record);
        String key = Character.toLowerCase(type.type().charAt(0)) + type.type().substring(1);
        return RenderedPage.of(address, Templates.edit(
                pages.frames().of(Frames.Parts.of(address, request(), title, title, List.of())),
                new Templates.EditContent(record.path("id").asText(), key, record.path("version").asInt(),
                        type.attributes().stream().flatMap(attribute -> fields(attribute, record)).toList(), type.cited(),
                        Link.to(record, address))));
    }

    private static Stream<EditField> fields(Attribute attribute, JsonNode record) {
        JsonNode value = record.path(attribute.name());
        if (attribute instanceof Attribute.ToOne) {
            return Stream
                    .of(new EditField(attribute.name(), Wording.title(attribute.name()), attribute.description(), Kind.RECORD,
                            value.path("id").asText(""), value.hasNonNull("id") ? Link.label(value) : null, List.of()));
        }
        if (attribute instanceof Attribute.Embedded group) {
            return group.values().stream().map(part -> field(group.name() + "." + part.name(),
                    Wording.title(group.name()) + ": " + Wording.title(part.name()).toLowerCase(Locale.ROOT), part,
                    value.path(part.name())));
        }
        return attribute instanceof Attribute.Scalar scalar && scalar.isStated()
                ? Stream.of(field(scalar.name(), Wording.title(scalar.name()), scalar, value))
                : Stream.of();
    }

    private static EditField field(String name, String label, Attribute.Scalar scalar, JsonNode value) {
        List<Link> options = new ArrayList<>();
        if (scalar.type() instanceof GraphQLEnumType values) {
            values.getValues().forEach(one -> options.add(new Link(Wording.words(one.getName()), one.getName())));
        }
        String text = value.isNull() ? "" : value.asText("");
        Kind kind = switch (((GraphQLNamedType) scalar.type()).getName()) {
            case "Int" -> Kind.NUMBER;
            case "Boolean" -> Kind.YES_OR_NO;
            default -> !options.isEmpty() ? Kind.CHOICE : text.length() > LINE ? Kind.LONG : Kind.TEXT;
        };
        if (kind == Kind.YES_OR_NO) {
            options.addAll(List.of(new Link("yes", "true"), new Link("no", "false")));
        }
        return new EditField(name, label, scalar.description(), kind, text, null, options);
    }
}
