package dev.footnote.dataset.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.snapshot.DatasetMetadata;
import dev.footnote.domain.source.Citation;
import dev.footnote.metamodel.Metamodel;

/** Writes {@code datapackage.json}: the metadata of the dataset, and its resources with their table schemas. */
final class DescriptorWriter {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final TableSchemaWriter fields;
    private final ObjectNode descriptor;
    private final ArrayNode resources = JSON.createArrayNode();
    private final String citations;
    private final String citationsAre;

    DescriptorWriter(Metamodel metamodel, DatasetMetadata about) throws IOException {
        this.fields = new TableSchemaWriter(metamodel);
        this.citations = metamodel.entityType(Citation.class).resource();
        this.citationsAre = metamodel.entityType(Citation.class).description();
        this.descriptor = about.descriptor() == null ? said(about) : (ObjectNode) JSON.readTree(about.descriptor());
        if (about.version() != null && !about.version().equals(descriptor.path("version").asText())) {
            // a delta imported since may have set another version
            descriptor.put("version", about.version());
        }
        // replaces existing properties in place
        descriptor.put("profile", "tabular-data-package");
        descriptor.set("resources", resources);
    }

    /** Creates a descriptor for a dataset that was imported without one. */
    private static ObjectNode said(DatasetMetadata about) {
        ObjectNode descriptor = JSON.createObjectNode();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("name", about.name());
        said.put("title", about.title());
        said.put("description", about.description());
        said.put("version", about.version());
        said.forEach((key, value) -> {
            if (value != null) {
                descriptor.put(key, value);
            }
        });
        if (about.licence() != null) {
            descriptor.putArray("licenses").addObject().put("name", about.licence());
        }
        return descriptor;
    }

    void add(EntityColumns entityColumns, List<String> headers) {
        ObjectNode schema = resource(entityColumns.entityType().resource(), entityColumns.entityType().description());
        schema.set("fields", fields.of(entityColumns, headers));
        schema.put("primaryKey", EntityColumns.ID);
        if (!entityColumns.entityType().unique().isEmpty()) {
            ArrayNode key = schema.putArray("uniqueKeys").addArray();
            entityColumns.entityType().unique().forEach(key::add);
        }
        end(schema, fields.keys(entityColumns, headers));
    }

    void addCitations(List<String> headers) {
        ObjectNode schema = resource(citations, citationsAre);
        schema.set("fields", fields.ofCitations(headers));
        end(schema, fields.keysOfCitations());
    }

    private static void end(ObjectNode schema, ArrayNode keys) {
        if (!keys.isEmpty()) {
            schema.set("foreignKeys", keys);
        }
        schema.putArray("missingValues").add("");
    }

    /** @return its schema */
    private ObjectNode resource(String name, String description) {
        ObjectNode resource = resources.addObject().put("name", name).put("path", name + ".csv")
                .put("profile", "tabular-data-resource").put("description", description).put("format", "csv")
                .put("mediatype", "text/csv").put("encoding", "utf-8");
        resource.putObject("dialect").put("delimiter", ",").put("lineTerminator", "\n").put("quoteChar", "\"")
                .put("doubleQuote", true).put("header", true);
        return resource.putObject("schema");
    }

    byte[] bytes() throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER)
                        .withObjectEmptySeparator("").withArrayEmptySeparator(""));
        printer.indentArraysWith(INDENT);
        printer.indentObjectsWith(INDENT);
        return (JSON.writer(printer).writeValueAsString(descriptor) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
