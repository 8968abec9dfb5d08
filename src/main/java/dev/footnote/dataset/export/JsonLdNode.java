package dev.footnote.dataset.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.dataset.snapshot.RecordRow;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;
import graphql.schema.GraphQLNamedType;

/** A record as a JSON-LD node. */
final class JsonLdNode {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    /** Direct properties of the first organization of a link, used while the link lasts. */
    private static final Map<String, String> PLAIN_LINKS = Map.of("part_of", "org:subOrganizationOf", "member_of",
            "schema:memberOf", "owner_of", "schema:owns");

    private final RecordRow row;
    private final String table;
    private final Map<String, Object> node = new LinkedHashMap<>();

    JsonLdNode(RecordRow row) {
        this.row = row;
        this.table = row.entityColumns().entityType().table();
    }

    Map<String, Object> properties() {
        node.put("@id", JsonLdContext.iri(table, row.id()));
        node.put("@type", types());
        node.put("schema:identifier", row.globalId());
        List<TableColumn> columns = row.entityColumns().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (row.cells()[i] != null) {
                put(columns.get(i), row.cells()[i]);
            }
        }
        switch (table) {
            case "affiliation" -> membership();
            case "organization" -> address(node, "schema:address");
            case "initiative", "event" -> place();
            case "organization_link" -> link();
            case "name" -> name();
            case "initiative_topic" -> about("initiative");
            case "event_topic" -> about("event");
            case "figure" -> figure();
            default -> {
                // the columns are complete
            }
        }
        return node;
    }

    private List<String> types() {
        List<String> types = new ArrayList<>(List.of(JsonLdContext.types(table)));
        boolean kinds = row.entityColumns().columns().stream().anyMatch(column -> column.header().equals("kind"));
        String kind = kinds ? JsonLdContext.kind(table, row.cell("kind")) : null;
        if (kind != null) {
            types.add(kind);
        }
        return types;
    }

    private void put(TableColumn column, String cell) {
        EntityType entityType = row.entityColumns().entityType();
        if (column.target() != null) {
            node.put(JsonLdContext.property(table, column.header()),
                    JsonLdContext.reference(entityType.target(column.target()).table(), cell));
        } else if (entityType.attribute(column.field()) instanceof Attribute.Embedded) {
            money(column, cell);
        } else {
            node.put(JsonLdContext.property(table, column.header()), value(column.value(), cell));
        }
    }

    @SuppressWarnings("unchecked")
    private void money(TableColumn column, String cell) {
        Map<String, Object> money = (Map<String, Object>) node.computeIfAbsent(JsonLdContext.property(table, column.field()),
                key -> new LinkedHashMap<>(Map.of("@type", "schema:MonetaryAmount")));
        money.put(column.value().name().equals("amount") ? "schema:value" : "schema:currency", value(column.value(), cell));
    }

    private static Object value(Attribute.Scalar value, String cell) {
        if (value.domain() == ValueType.DATE) {
            return typed(cell, cell.length() == YEAR ? "xsd:gYear" : cell.length() == MONTH ? "xsd:gYearMonth" : "xsd:date");
        }
        if (((GraphQLNamedType) value.type()).getName().equals("URL")) {
            return typed(cell, "xsd:anyURI");
        }
        return switch (value.domain()) {
            case INTEGER -> typed(cell, "xsd:integer");
            case BOOLEAN -> typed(cell, "xsd:boolean");
            // never a JSON number, which processors read as floating point
            case DECIMAL -> typed(cell, "xsd:decimal");
            default -> cell;
        };
    }

    private static Map<String, Object> typed(String value, String type) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("@value", value);
        typed.put("@type", type);
        return typed;
    }

    private void membership() {
        node.put("org:role", Map.of("@type", "org:Role", "skos:prefLabel", row.cell("title")));
        Map<String, Object> during = new LinkedHashMap<>();
        instant(during, "time:hasBeginning", row.cell("from"));
        instant(during, "time:hasEnd", row.cell("to"));
        if (!during.isEmpty()) {
            during.put("@type", "time:Interval");
            node.put("org:memberDuring", during);
        }
    }

    private static void instant(Map<String, Object> during, String end, String date) {
        if (date == null) {
            return;
        }
        String kind = date.length() == YEAR ? "gYear" : date.length() == MONTH ? "gYearMonth" : "date";
        String property = kind.equals("date") ? "time:inXSDDate" : "time:inXSD" + kind;
        during.put(end, Map.of("@type", "time:Instant", property, typed(date, "xsd:" + kind)));
    }

    /** Adds country and city again as a schema.org address, which other tools expect. */
    private void address(Map<String, Object> holder, String property) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("@type", "schema:PostalAddress");
        if (row.cell("country") != null) {
            address.put("schema:addressCountry", row.cell("country"));
        }
        if (row.cell("city") != null) {
            address.put("schema:addressLocality", row.cell("city"));
        }
        if (address.size() > 1) {
            holder.put(property, address);
        }
    }

    private void place() {
        Map<String, Object> place = new LinkedHashMap<>();
        address(place, "schema:address");
        if (row.cell("place") != null) {
            place.put("schema:name", row.cell("place"));
        }
        if (!place.isEmpty()) {
            place.put("@type", "schema:Place");
            node.put("schema:location", place);
        }
    }

    private void link() {
        String plain = row.cell("to") == null ? PLAIN_LINKS.get(row.cell("kind")) : null;
        if (plain != null) {
            say("organization", "organization", plain, JsonLdContext.reference("organization", row.cell("target")));
        }
    }

    private void name() {
        Object text = row.cell("language") == null ? row.cell("text")
                : Map.of("@value", row.cell("text"), "@language", row.cell("language"));
        EntityType names = row.entityColumns().entityType();
        row.entityColumns().columns().stream()
                .filter(bearer -> bearer.target() != null && row.cell(bearer.header()) != null).forEach(bearer -> say(
                        bearer.header(), names.target(bearer.target()).table(), "schema:alternateName", text));
    }

    private void about(String subject) {
        say(subject, subject, "schema:about", JsonLdContext.reference("topic", row.cell("topic")));
    }

    private void figure() {
        if (row.cell("currency") != null) {
            node.put("fn:amount", Map.of("@type", "schema:MonetaryAmount", "schema:value",
                    typed(row.cell("value"), "xsd:decimal"), "schema:currency", row.cell("currency")));
        }
    }

    /** Adds a property to a record that this one refers to. */
    private void say(String header, String kind, String property, Object value) {
        Map<String, Object> named = new LinkedHashMap<>(JsonLdContext.reference(kind, row.cell(header)));
        named.put(property, value);
        node.put(JsonLdContext.property(table, header), named);
    }
}
