package dev.footnote.dataset.tableschema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Table Schema of the Frictionless standard, version 1 or 2.
 *
 * @param match how the fields and the columns of a file must correspond; null if not stated
 * @param missing texts that mean "no value", for fields that do not set their own
 */
public record TableSchema(List<TableSchemaField> fields, String match, Set<String> missing, List<TableKey> keys) {

    /** Used where no schema is given. */
    public static final TableSchema NONE = new TableSchema(List.of(), null, Set.of(""), List.of());

    private static final Set<String> MATCHES = Set.of("exact", "equal", "subset", "superset", "partial");
    private static final Set<String> KNOWN = Set.of("fields", "fieldsMatch", "missingValues", "primaryKey", "uniqueKeys",
            "foreignKeys");

    /**
     * Reads a schema.
     *
     * @param problems receives a sentence without its subject for each setting that is not supported
     */
    public static TableSchema read(JsonNode json, Consumer<String> problems) {
        if (json.isMissingNode() || json.isNull()) {
            return NONE;
        }
        if (!json.isObject()) {
            problems.accept("has a \"schema\" that is not an object. Write an object, or the name of its file.");
            return NONE;
        }
        json.fieldNames().forEachRemaining(name -> {
            KNOWN.stream().filter(known -> known.equalsIgnoreCase(name) && !known.equals(name))
                    .forEach(known -> problems.accept("has \"" + name + "\" in its \"schema\". Write \"" + known + "\"."));
        });
        List<TableSchemaField> fields = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode field : json.path("fields")) {
            String name = field.path("name").asText("");
            fields.add(
                    TableSchemaField.read(field, problem -> problems.accept("has a field \"" + name + "\" that " + problem)));
            if (!names.add(name)) {
                problems.accept("has two fields \"" + name + "\" in its \"schema\". Give each column a name of its own.");
            }
        }
        String match = json.path("fieldsMatch").isArray() ? json.path("fieldsMatch").path(0).asText()
                : json.path("fieldsMatch").asText(null);
        if (match != null && !MATCHES.contains(match)) {
            problems.accept("has \"fieldsMatch\": \"" + match + "\". Write exact, equal, subset, superset or partial.");
        }
        return new TableSchema(List.copyOf(fields), match, missing(json, Set.of("")), keys(json, fields, problems));
    }

    /** Texts that mean "no value". */
    static Set<String> missing(JsonNode json, Set<String> defaultValue) {
        if (!json.has("missingValues")) {
            return defaultValue;
        }
        Set<String> missing = new LinkedHashSet<>();
        json.get("missingValues").forEach(one -> missing.add(one.isObject() ? one.path("value").asText() : one.asText()));
        return missing;
    }

    private static List<TableKey> keys(JsonNode json, List<TableSchemaField> fields, Consumer<String> problems) {
        List<TableKey> keys = new ArrayList<>();
        fields.stream().filter(TableSchemaField::unique).forEach(field -> keys.add(TableKey.unique(List.of(field.name()))));
        if (json.hasNonNull("primaryKey")) {
            keys.add(TableKey.primary(TableKey.names(json.get("primaryKey"))));
        }
        json.path("uniqueKeys").forEach(names -> keys.add(TableKey.unique(TableKey.names(names))));
        json.path("foreignKeys").forEach(one -> keys.add(TableKey.foreign(one)));
        List<String> names = fields.stream().map(TableSchemaField::name).toList();
        for (TableKey key : keys) {
            if (key.fields().isEmpty() || !names.containsAll(key.fields())
                    || key.isForeign() && key.fields().size() != key.target().size()) {
                problems.accept(
                        "has a key of " + key.fields() + " in its \"schema\", but not all of these are fields, or the"
                                + " referenced key has a different number of fields. Correct it.");
            }
        }
        return List.copyOf(keys);
    }

    /** @return null where the schema does not describe the column */
    public TableSchemaField field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
    }

    /** Names of the fields for which a file has no column. */
    public List<String> lost(List<String> columns) {
        return fields.stream().map(TableSchemaField::name).filter(name -> !columns.contains(name)).toList();
    }

    /** Describes how the columns of a file violate the schema's {@code fieldsMatch}; null if they match. */
    public String mismatch(List<String> columns) {
        List<String> names = fields.stream().map(TableSchemaField::name).toList();
        List<String> lost = lost(columns);
        List<String> more = columns.stream().filter(column -> !names.contains(column)).toList();
        if (match == null || fields.isEmpty()) {
            return null;
        }
        boolean fits = switch (match) {
            case "exact" -> columns.equals(names);
            case "equal" -> lost.isEmpty() && more.isEmpty();
            case "subset" -> lost.isEmpty();
            case "superset" -> more.isEmpty();
            default -> more.size() < columns.size();
        };
        return fits ? null
                : "The columns do not match the schema, whose \"fieldsMatch\" is \"" + match + "\"."
                        + (lost.isEmpty() ? "" : " The file lacks " + String.join(", ", lost) + ".")
                        + (more.isEmpty() ? "" : " The schema lacks " + String.join(", ", more) + ".")
                        + (lost.isEmpty() && more.isEmpty() ? " They are in another order." : "");
    }
}
