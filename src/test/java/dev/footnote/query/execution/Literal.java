package dev.footnote.query.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Arguments as literals in a document, and as variables. */
final class Literal {

    /** The name of an enum value: bare in a document, a text in variables. */
    record Constant(String name) {
    }

    private Literal() {
    }

    /** As it is written in a document. */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Constant constant) {
            return constant.name();
        }
        return value instanceof String text ? '"' + escaped(text) + '"' : String.valueOf(value);
    }

    /** All arguments of a field in their brackets; nothing when there are none. */
    static String arguments(Map<String, Object> arguments) {
        return arguments.isEmpty() ? ""
                : arguments.entrySet().stream().map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < 0x20 || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return escaped.toString();
    }

    /** As it is given in variables. */
    static Object variable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, one) -> plain.put((String) name, variable(one)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Literal::variable).toList();
        }
        return value instanceof Constant constant ? constant.name() : value;
    }
}
