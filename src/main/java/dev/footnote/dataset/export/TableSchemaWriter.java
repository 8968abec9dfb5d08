package dev.footnote.dataset.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.domain.source.Citation;
import dev.footnote.domain.source.Source;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.ValueType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/** Describes the columns of a file as a Table Schema. */
final class TableSchemaWriter {

    private static final String DATE = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

    private static final Map<ValueType, String> TYPES = Map.of(ValueType.INTEGER, "integer", ValueType.BOOLEAN, "boolean",
            ValueType.DECIMAL, "number");

    /** Regular expressions for the values of scalars. */
    private static final Map<String, String> PATTERNS = Map.of("PartialDate", DATE, "CountryCode", "^[A-Z]{2}$",
            "CurrencyCode", "^[A-Z]{3}$", "LanguageTag", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");

    private final Metamodel metamodel;

    TableSchemaWriter(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    ArrayNode of(EntityColumns entityColumns, List<String> headers) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        ObjectNode id = field("id", "The id of the record, unique in this file.");
        id.putObject("constraints").put("required", true).put("unique", true).put("pattern", "^\\S([\\s\\S]*\\S)?$");
        fields.add(id);
        entityColumns.columns().stream().filter(column -> headers.contains(column.header()))
                .forEach(column -> fields.add(of(entityColumns.entityType(), column)));
        if (entityColumns.entityType().cited()) {
            EntityColumns.CITATION.stream().filter(headers::contains).forEach(header -> fields.add(ofCitation(header, false)));
        }
        return fields;
    }

    private ObjectNode of(EntityType entityType, TableColumn column) {
        ObjectNode field = field(column.header(), said(entityType, column));
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

    private static void value(TableColumn column, ObjectNode field, ObjectNode constraints) {
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

    /** Description of a column. A part of a group has both descriptions. */
    private static String said(EntityType entityType, TableColumn column) {
        Attribute attribute = entityType.attribute(column.field());
        return attribute instanceof Attribute.Embedded ? attribute.description() + " " + column.value().description()
                : attribute.description();
    }

    private static ObjectNode field(String name, String description) {
        // null in the API is an empty cell in the file
        return JsonNodeFactory.instance.objectNode().put("name", name).put("type", "string").put("description",
                description.replace("Null ", "Empty "));
    }

    ArrayNode ofCitations(List<String> headers) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        ObjectNode subject = field("subject",
                "The record that the place is about: its kind, a colon and its id, such as organization:xiaomi.");
        String kinds = metamodel.entityTypes().stream().filter(EntityType::cited).map(EntityType::table).sorted()
                .collect(Collectors.joining("|"));
        subject.putObject("constraints").put("required", true).put("pattern", "^(" + kinds + "):[\\s\\S]+$");
        fields.add(subject);
        headers.stream().filter(header -> !header.equals("subject")).forEach(header -> fields.add(ofCitation(header, true)));
        return fields;
    }

    /** @param needed whether a source is required; it is in the citations file, but not in the row of a record */
    private ObjectNode ofCitation(String header, boolean needed) {
        Attribute attribute = metamodel.entityType(Citation.class).attribute(header);
        if (attribute instanceof Attribute.Scalar value) {
            // an empty stance means that it supports the record
            return of(metamodel.entityType(Citation.class), TableColumn.of(value).optional());
        }
        ObjectNode field = field(header, attribute.description());
        if (needed) {
            field.putObject("constraints").put("required", true);
        }
        return field;
    }

    ArrayNode keys(EntityColumns entityColumns, List<String> headers) {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        for (TableColumn column : entityColumns.columns()) {
            if (column.target() != null && headers.contains(column.header())) {
                // an empty name refers to the same file
                key(keys, column.header(),
                        column.target() == entityColumns.entityType().entity() ? ""
                                : metamodel.entityType(column.target()).resource());
            }
        }
        if (headers.contains("source") && entityColumns.entityType().cited()) {
            key(keys, "source", metamodel.entityType(Source.class).resource());
        }
        return keys;
    }

    ArrayNode keysOfCitations() {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        key(keys, "source", metamodel.entityType(Source.class).resource());
        return keys;
    }

    private static void key(ArrayNode keys, String column, String resource) {
        keys.addObject().put("fields", column).putObject("reference").put("resource", resource).put("fields", EntityColumns.ID);
    }
}
