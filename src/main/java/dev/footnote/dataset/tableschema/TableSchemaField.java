package dev.footnote.dataset.tableschema;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Field of a Table Schema: the rules for one column.
 *
 * @param missing texts that mean "no value"; null to use those of the table
 * @param type converts the text of a cell to its value in Footnote's own format, or throws {@code IllegalArgumentException}
 *        with a sentence; null where the text itself is the value
 */
public record TableSchemaField(String name, boolean required, boolean unique, Set<String> missing, UnaryOperator<String> type,
        FieldConstraints constraints) {

    private static final Set<String> KNOWN = Set.of("name", "type", "format", "title", "description", "example", "examples",
            "constraints", "categories", "categoriesOrdered", "missingValues", "rdfType", "decimalChar", "groupChar",
            "bareNumber", "trueValues", "falseValues", "delimiter", "itemType");

    static TableSchemaField read(JsonNode json, Consumer<String> problems) {
        String name = json.path("name").asText("");
        if (name.isEmpty()) {
            problems.accept("has no name. Write the name of its column.");
        }
        json.fieldNames().forEachRemaining(key -> {
            KNOWN.stream().filter(known -> known.equalsIgnoreCase(key) && !known.equals(key))
                    .forEach(known -> problems.accept("has \"" + key + "\". Write \"" + known + "\"."));
        });
        UnaryOperator<String> type = FieldType.of(json, problems);
        JsonNode constraints = json.path("constraints");
        return new TableSchemaField(name, constraints.path("required").asBoolean(), constraints.path("unique").asBoolean(),
                TableSchema.missing(json, null), type, FieldConstraints.read(json, type, problems));
    }

    /** Whether the text of every cell is its value. */
    public boolean isPlain() {
        return type == null && constraints.none() && missing == null;
    }

    /**
     * Converts and checks the text of a cell.
     *
     * @throws IllegalArgumentException with a sentence when the text does not match the schema
     */
    public String value(String text) {
        String value = type == null ? text : type.apply(text);
        constraints.check(value);
        return value;
    }
}
