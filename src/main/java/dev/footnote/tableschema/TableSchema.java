package dev.footnote.tableschema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A Table Schema of the Frictionless standard, in version 1 or 2.
 *
 * @param match how the fields and the columns of a file go together; null where nothing is said
 * @param missing the texts that stand for nothing, where a field does not say others
 */
public record TableSchema(List<Field> fields, String match, Set<String> missing, List<Key> keys) {

    /** Where no schema is given. */
    public static final TableSchema NONE = new TableSchema(List.of(), null, Set.of(""), List.of());

    private static final Set<String> MATCHES = Set.of("exact", "equal", "subset", "superset", "partial");
    private static final Set<String> KNOWN = Set.of("fields", "fieldsMatch", "missingValues", "primaryKey", "uniqueKeys",
            "foreignKeys");

    /**
     * Reads a schema.
     *
     * @param problems gets a sentence without its subject for all that cannot be done
     */
    public static TableSchema read(JsonNode json, Consumer<String> problems) {
        if (json.isMissingNode() || json.isNull()) {
            return NONE;
        }
        if (!json.isObject()) {
            problems.accept("has a \"schema\" that is no object. Write it out, or write the name of its file.");
            return NONE;
        }
        json.fieldNames().forEachRemaining(name -> {
            KNOWN.stream().filter(known -> known.equalsIgnoreCase(name) && !known.equals(name))
                    .forEach(known -> problems.accept("says \"" + name + "\" in its \"schema\". Write \"" + known + "\"."));
        });
        List<Field> fields = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode field : json.path("fields")) {
            String name = field.path("name").asText("");
            fields.add(Field.read(field, problem -> problems.accept("has a field \"" + name + "\" that " + problem)));
            if (!names.add(name)) {
                problems.accept("has two fields \"" + name + "\" in its \"schema\". Give each column a name of its own.");
            }
        }
        String match = json.path("fieldsMatch").isArray() ? json.path("fieldsMatch").path(0).asText()
                : json.path("fieldsMatch").asText(null);
        if (match != null && !MATCHES.contains(match)) {
            problems.accept("says \"fieldsMatch\": \"" + match + "\". Write exact, equal, subset, superset or partial.");
        }
        return new TableSchema(List.copyOf(fields), match, missing(json, Set.of("")), keys(json, fields, problems));
    }

    /** The texts that stand for nothing. */
    static Set<String> missing(JsonNode json, Set<String> usual) {
        if (!json.has("missingValues")) {
            return usual;
        }
        Set<String> missing = new LinkedHashSet<>();
        json.get("missingValues").forEach(one -> missing.add(one.isObject() ? one.path("value").asText() : one.asText()));
        return missing;
    }

    private static List<Key> keys(JsonNode json, List<Field> fields, Consumer<String> problems) {
        List<Key> keys = new ArrayList<>();
        fields.stream().filter(Field::unique).forEach(field -> keys.add(Key.unique(List.of(field.name()))));
        if (json.hasNonNull("primaryKey")) {
            keys.add(Key.primary(Key.names(json.get("primaryKey"))));
        }
        json.path("uniqueKeys").forEach(names -> keys.add(Key.unique(Key.names(names))));
        json.path("foreignKeys").forEach(one -> keys.add(Key.foreign(one)));
        List<String> names = fields.stream().map(Field::name).toList();
        for (Key key : keys) {
            if (key.fields().isEmpty() || !names.containsAll(key.fields())
                    || key.isForeign() && key.fields().size() != key.target().size()) {
                problems.accept(
                        "has a key of " + key.fields() + " in its \"schema\", and not all of these are its fields, or the"
                                + " key that it names has others in number. Correct it.");
            }
        }
        return List.copyOf(keys);
    }

    /** @return null where the schema does not describe the column */
    public Field field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
    }

    /** The names of the fields of which a file has no column. */
    public List<String> lost(List<String> columns) {
        return fields.stream().map(Field::name).filter(name -> !columns.contains(name)).toList();
    }

    /** What is wrong with the columns of a file, as far as the schema says; null when nothing is. */
    public String mismatch(List<String> columns) {
        List<String> names = fields.stream().map(Field::name).toList();
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
                : "The columns are not those of the schema, as its \"fieldsMatch\": \"" + match + "\" says they are."
                        + (lost.isEmpty() ? "" : " The file lacks " + String.join(", ", lost) + ".")
                        + (more.isEmpty() ? "" : " The schema lacks " + String.join(", ", more) + ".")
                        + (lost.isEmpty() && more.isEmpty() ? " They stand in another order." : "");
    }
}
