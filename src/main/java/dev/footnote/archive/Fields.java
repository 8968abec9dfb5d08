package dev.footnote.archive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.graph.Domain;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;
import dev.footnote.source.Source;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/** The columns of a file in the words of Table Schema. */
final class Fields {

    private static final String DATE = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

    private static final Map<Domain, String> TYPES = Map.of(Domain.INTEGER, "integer", Domain.BOOLEAN, "boolean",
            Domain.DECIMAL, "number");

    /** What a text of a scalar looks like. */
    private static final Map<String, String> PATTERNS = Map.of("PartialDate", DATE, "CountryCode", "^[A-Z]{2}$",
            "CurrencyCode", "^[A-Z]{3}$", "LanguageTag", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");

    private final Graph graph;

    Fields(Graph graph) {
        this.graph = graph;
    }

    ArrayNode of(Carrier carrier, List<String> headers) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        ObjectNode id = field("id", "The id of the record, unique in this file.");
        id.putObject("constraints").put("required", true).put("unique", true).put("pattern", "^\\S([\\s\\S]*\\S)?$");
        fields.add(id);
        carrier.columns().stream().filter(column -> headers.contains(column.header()))
                .forEach(column -> fields.add(of(carrier.noun(), column)));
        if (carrier.noun().cited()) {
            Carrier.CITATION.stream().filter(headers::contains).forEach(header -> fields.add(ofCitation(header, false)));
        }
        return fields;
    }

    private ObjectNode of(Noun noun, Column column) {
        ObjectNode field = field(column.header(), said(noun, column));
        ObjectNode constraints = JsonNodeFactory.instance.objectNode();
        if (column.required()) {
            constraints.put("required", true);
        }
        if (column.target() == null) {
            value(column, field, constraints);
        }
        if (!constraints.isEmpty()) {
            field.set("constraints", constraints);
        }
        return field;
    }

    private static void value(Column column, ObjectNode field, ObjectNode constraints) {
        field.put("type", TYPES.getOrDefault(column.value().domain(), "string"));
        if (column.value().type() instanceof GraphQLEnumType enumeration) {
            ArrayNode constants = constraints.putArray("enum");
            enumeration.getValues().forEach(constant -> constants.add(constant.getName().toLowerCase(Locale.ROOT)));
            return;
        }
        String type = ((GraphQLNamedType) column.value().type()).getName();
        if (PATTERNS.containsKey(type)) {
            constraints.put("pattern", PATTERNS.get(type));
        } else if (type.equals("URL")) {
            field.put("format", "uri");
        }
    }

    /** A part of a group is told of by both. */
    private static String said(Noun noun, Column column) {
        Member member = noun.member(column.field());
        return member instanceof Member.Group ? member.description() + " " + column.value().description()
                : member.description();
    }

    private static ObjectNode field(String name, String description) {
        // what the API serves as null is an empty cell
        return JsonNodeFactory.instance.objectNode().put("name", name).put("type", "string").put("description",
                description.replace("Null ", "Empty "));
    }

    ArrayNode ofCitations(List<String> headers) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        ObjectNode subject = field("subject",
                "The record that the place is about: its kind, a colon and its id, such as organization:xiaomi.");
        String kinds = graph.nouns().stream().filter(Noun::cited).map(Noun::table).sorted().collect(Collectors.joining("|"));
        subject.putObject("constraints").put("required", true).put("pattern", "^(" + kinds + "):[\\s\\S]+$");
        fields.add(subject);
        headers.stream().filter(header -> !header.equals("subject")).forEach(header -> fields.add(ofCitation(header, true)));
        return fields;
    }

    /** @param needed whether it names a source in any case; the line of a record may leave that to the file of citations */
    private ObjectNode ofCitation(String header, boolean needed) {
        Member member = graph.noun(Citation.class).member(header);
        if (member instanceof Member.Value value) {
            // what is not said is that it supports the record
            return of(graph.noun(Citation.class), Column.of(value).optional());
        }
        ObjectNode field = field(header, member.description());
        if (needed) {
            field.putObject("constraints").put("required", true);
        }
        return field;
    }

    ArrayNode keys(Carrier carrier, List<String> headers) {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        for (Column column : carrier.columns()) {
            if (column.target() != null && headers.contains(column.header())) {
                // an empty name is the file itself
                key(keys, column.header(),
                        column.target() == carrier.noun().entity() ? "" : graph.noun(column.target()).resource());
            }
        }
        if (headers.contains("source") && carrier.noun().cited()) {
            key(keys, "source", graph.noun(Source.class).resource());
        }
        return keys;
    }

    ArrayNode keysOfCitations() {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        key(keys, "source", graph.noun(Source.class).resource());
        return keys;
    }

    private static void key(ArrayNode keys, String column, String resource) {
        keys.addObject().put("fields", column).putObject("reference").put("resource", resource).put("fields", Carrier.ID);
    }
}
