package dev.footnote.dataset.tableschema;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Constraints on the values of a column. */
record FieldConstraints(List<Check> checks) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NUMBERS = Set.of("number", "integer", "year");
    private static final Set<String> TIMES = Set.of("date", "datetime", "time", "yearmonth", "gyearmonth");

    /**
     * One constraint.
     *
     * @param message says what is wrong with a value that violates it; follows the value
     */
    record Check(Predicate<String> holds, String message) {
    }

    static FieldConstraints read(JsonNode field, UnaryOperator<String> type, Consumer<String> problems) {
        Reading reading = new Reading(field.path("type").asText("any"), type == null ? UnaryOperator.identity() : type,
                problems,
                new ArrayList<>(), field.path("delimiter").asText(","));
        field.path("constraints").fields().forEachRemaining(one -> reading.constraint(one.getKey(), one.getValue()));
        if (field.hasNonNull("categories")) {
            reading.oneOf("categories", field.get("categories"));
        }
        return new FieldConstraints(List.copyOf(reading.checks));
    }

    boolean none() {
        return checks.isEmpty();
    }

    /** @throws IllegalArgumentException with a sentence when the value violates a constraint */
    void check(String value) {
        for (Check check : checks) {
            if (!check.holds.test(value)) {
                throw new IllegalArgumentException("\"" + FieldType.shown(value) + "\" " + check.message);
            }
        }
    }

    private record Reading(String type, UnaryOperator<String> reading, Consumer<String> problems, List<Check> checks,
            String delimiter) {

        private void constraint(String name, JsonNode said) {
            switch (name) {
                case "required", "unique" -> {
                    // checked over all lines, not for a single value
                }
                case "enum" -> oneOf(name, said);
                case "pattern" -> pattern(said.asText());
                case "minLength" -> checks.add(new Check(value -> length(value) >= said.asInt(),
                        "is shorter than the minimum length of " + said + " in the schema."));
                case "maxLength" -> checks.add(new Check(value -> length(value) <= said.asInt(),
                        "is longer than the maximum length of " + said + " in the schema."));
                case "minimum" -> limit(name, said, order -> order >= 0, "is less than");
                case "exclusiveMinimum" -> limit(name, said, order -> order > 0, "is not more than");
                case "maximum" -> limit(name, said, order -> order <= 0, "is more than");
                case "exclusiveMaximum" -> limit(name, said, order -> order < 0, "is not less than");
                default ->
                    problems.accept("has the constraint \"" + name + "\", which is not supported. Remove or correct it.");
            }
        }

        private void pattern(String text) {
            try {
                Pattern pattern = Pattern.compile(text);
                checks.add(new Check(value -> {
                    try {
                        return pattern.matcher(value).matches();
                    } catch (StackOverflowError e) {
                        throw new IllegalArgumentException(
                                "The pattern of the schema is too complex for this text. Simplify it.");
                    }
                }, "does not match the pattern " + text + " of the schema."));
            } catch (PatternSyntaxException e) {
                problems.accept("has an invalid pattern: " + e.getDescription() + ". Correct it.");
            }
        }

        private void oneOf(String name, JsonNode values) {
            Set<String> all = new TreeSet<>();
            for (JsonNode one : values) {
                all.add(comparable(name, (one.isObject() ? one.path("value") : one).asText()));
            }
            checks.add(new Check(value -> all.contains(bare(value)),
                    "is not one of the values of the schema: " + FieldType.shown(String.join(", ", all)) + "."));
        }

        private void limit(String name, JsonNode said, Predicate<Integer> holds, String message) {
            if (!NUMBERS.contains(type) && !TIMES.contains(type)) {
                problems.accept("has the constraint \"" + name + "\", which its type does not have. Remove or correct it.");
                return;
            }
            String limit = comparable(name, said.asText());
            checks.add(new Check(value -> holds.test(NUMBERS.contains(type)
                    ? new BigDecimal(value).compareTo(new BigDecimal(limit))
                    : value.compareTo(limit)), message + " " + said.asText() + ", the limit of the schema."));
        }

        /** Converts a value of the descriptor, which may be written as in the file or as in JSON. */
        private String comparable(String name, String text) {
            try {
                return bare(reading.apply(text));
            } catch (IllegalArgumentException e) {
                if (NUMBERS.contains(type) && text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")
                        || TIMES.contains(type) && text.matches("[\\d:TZ.+-]+")) {
                    return bare(text);
                }
                problems.accept("has the constraint \"" + name + "\" with a value of another type: " + text + ". Correct it.");
                return NUMBERS.contains(type) ? "0" : text;
            }
        }

        private String bare(String value) {
            return NUMBERS.contains(type) ? new BigDecimal(value).stripTrailingZeros().toPlainString() : value;
        }

        private int length(String value) {
            if (type.equals("list")) {
                return value.split(Pattern.quote(delimiter)).length;
            }
            try {
                return Set.of("array", "object").contains(type) ? JSON.readTree(value).size()
                        : value.codePointCount(0, value.length());
            } catch (IOException e) {
                return 0; // reported as a value of the wrong type
            }
        }
    }
}
