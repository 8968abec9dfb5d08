package dev.footnote.dataset.tableschema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Field types of Table Schema, as functions that convert the text of a cell to its value. */
final class FieldType {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):[0-5]\\d:[0-6]\\d(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern YEAR = Pattern.compile("-?\\d{4,}");
    private static final Pattern MONTH = Pattern.compile("-?\\d{4,}-(0[1-9]|1[0-2])");
    private static final Pattern DURATION = Pattern.compile("-?P(?=[\\dT])(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?"
            + "(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
    private static final Pattern POINT = Pattern.compile("-?\\d+(\\.\\d+)?, ?-?\\d+(\\.\\d+)?");

    private FieldType() {
    }

    /** @return null where the text itself is the value */
    static UnaryOperator<String> of(JsonNode json, Consumer<String> problems) {
        String type = json.path("type").asText("any");
        String format = json.path("format").asText("default").replaceFirst("^fmt:", "");
        return switch (type) {
            case "any" -> null;
            case "string" -> text(format, problems);
            case "number", "integer" -> {
                defaultValue(format, problems);
                yield NumberPattern.read(json, problems)::value;
            }
            case "boolean" -> truth(json);
            case "date", "datetime", "time" -> temporal(type, format, problems);
            case "year" -> matching(YEAR, "year, such as 2018");
            case "yearmonth", "gyearmonth" -> matching(MONTH, "month, such as 2018-04");
            case "duration" -> matching(DURATION, "duration, such as P1Y2M");
            case "object" -> json(JsonNode::isObject, "JSON object");
            case "array" -> json(JsonNode::isArray, "JSON array");
            case "geojson" -> json(JsonNode::isObject, "GeoJSON object");
            case "geopoint" -> format.equals("default") ? matching(POINT, "point, such as \"8.5, 47.4\"")
                    : json(JsonNode::isContainerNode, "point in JSON");
            case "list" -> list(json, problems);
            default -> {
                problems.accept("has the type \"" + type + "\", which Table Schema does not have. Correct it.");
                yield null;
            }
        };
    }

    private static void defaultValue(String format, Consumer<String> problems) {
        if (!format.equals("default")) {
            problems.accept("has the format \"" + format + "\", which its type does not have. Remove or correct it.");
        }
    }

    private static UnaryOperator<String> text(String format, Consumer<String> problems) {
        return switch (format) {
            case "email" -> matching(EMAIL, "e-mail address");
            case "uri" -> matching(URI, "URI with a scheme, such as https:");
            case "uuid" -> matching(UUID, "UUID");
            case "binary" -> text -> {
                try {
                    Base64.getMimeDecoder().decode(text);
                    return text;
                } catch (IllegalArgumentException e) {
                    throw none(text, "Base64 data");
                }
            };
            default -> {
                defaultValue(format, problems);
                yield null;
            }
        };
    }

    private static IllegalArgumentException none(String text, String what) {
        return new IllegalArgumentException("\"" + shown(text) + "\" does not match the schema, which requires: " + what + ".");
    }

    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static UnaryOperator<String> matching(Pattern pattern, String what) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw none(text, what);
            }
            return text;
        };
    }

    private static UnaryOperator<String> truth(JsonNode json) {
        Set<String> yes = texts(json.path("trueValues"), Set.of("true", "True", "TRUE", "1"));
        Set<String> no = texts(json.path("falseValues"), Set.of("false", "False", "FALSE", "0"));
        return text -> {
            if (!yes.contains(text) && !no.contains(text)) {
                throw new IllegalArgumentException("\"" + shown(text) + "\" is neither true nor false. The schema allows "
                        + String.join(", ", yes) + " and " + String.join(", ", no) + ".");
            }
            return String.valueOf(yes.contains(text));
        };
    }

    private static Set<String> texts(JsonNode json, Set<String> defaultValue) {
        return json.isArray() ? Set.copyOf(TableKey.names(json)) : defaultValue;
    }

    private static UnaryOperator<String> temporal(String type, String format, Consumer<String> problems) {
        if (format.equals("any")) {
            return null; // each text is interpreted later, and unclear ones are reported
        }
        if (format.indexOf('%') >= 0) {
            return TimePattern.read(type, format, problems)::value;
        }
        defaultValue(format, problems);
        return switch (type) {
            case "time" -> matching(TIME, "time, such as 10:30:00");
            case "date" -> text -> {
                if (!isDay(text)) {
                    throw none(text, "day, such as 2018-04-25");
                }
                return text;
            };
            default -> text -> {
                int at = text.indexOf('T');
                if (at < 0 || !isDay(text.substring(0, at)) || !TIME.matcher(text.substring(at + 1)).matches()) {
                    throw none(text, "day with a time, such as 2018-04-25T10:30:00");
                }
                return text;
            };
        };
    }

    private static boolean isDay(String text) {
        try {
            return text.length() >= 10 && LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static UnaryOperator<String> json(Predicate<JsonNode> form, String what) {
        return text -> {
            try {
                if (form.test(JSON.readTree(text))) {
                    return text;
                }
            } catch (JsonProcessingException e) {
                // reported below like any other invalid text
            }
            throw none(text, what);
        };
    }

    /** Checks the items of a list. The list itself stays one text. */
    private static UnaryOperator<String> list(JsonNode json, Consumer<String> problems) {
        String delimiter = json.path("delimiter").asText(",");
        UnaryOperator<String> item = of(JSON.createObjectNode().put("type", json.path("itemType").asText("string")), problems);
        return text -> {
            if (item != null) {
                List.of(text.split(Pattern.quote(delimiter))).forEach(item::apply);
            }
            return text;
        };
    }
}
