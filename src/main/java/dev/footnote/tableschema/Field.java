package dev.footnote.tableschema;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a schema says of one column.
 *
 * @param missing the texts that stand for nothing; null where the table says it
 * @param type makes the text of a cell what it means, in the form in which it is read here, or throws
 *        {@code IllegalArgumentException} with a sentence; null where every text is what it says
 */
public record Field(String name, boolean required, boolean unique, Set<String> missing, UnaryOperator<String> type,
        Constraints constraints) {

    private static final Set<String> KNOWN = Set.of("name", "type", "format", "title", "description", "example", "examples",
            "constraints", "categories", "categoriesOrdered", "missingValues", "rdfType", "decimalChar", "groupChar",
            "bareNumber", "trueValues", "falseValues", "delimiter", "itemType");

    static Field read(JsonNode json, Consumer<String> problems) {
        String name = json.path("name").asText("");
        if (name.isEmpty()) {
            problems.accept("has no name. Write the name of its column.");
        }
        json.fieldNames().forEachRemaining(key -> {
            KNOWN.stream().filter(known -> known.equalsIgnoreCase(key) && !known.equals(key))
                    .forEach(known -> problems.accept("says \"" + key + "\". Write \"" + known + "\"."));
        });
        UnaryOperator<String> type = FieldType.of(json, problems);
        JsonNode constraints = json.path("constraints");
        return new Field(name, constraints.path("required").asBoolean(), constraints.path("unique").asBoolean(),
                TableSchema.missing(json, null), type, Constraints.read(json, type, problems));
    }

    /** Whether a cell is just what it says. */
    public boolean isPlain() {
        return type == null && constraints.none() && missing == null;
    }

    /**
     * What a cell says.
     *
     * @throws IllegalArgumentException with a sentence when it is not what the schema says
     */
    public String value(String text) {
        String value = type == null ? text : type.apply(text);
        constraints.check(value);
        return value;
    }
}
