package dev.footnote.dataset.tableschema;

import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Number format of a column.
 *
 * @param point decimal character
 * @param group separator between groups of digits; empty for none
 * @param bare whether a number has no other text around it
 */
record NumberPattern(String point, String group, boolean bare, boolean whole) {

    private static final Pattern NUMBER = Pattern.compile("([+-]?)(\\d*)(?:\\.(\\d*))?([eE][+-]?\\d{1,3})?");
    private static final Pattern BARE = Pattern.compile("(?s)([^\\d]*?)([.]?\\d.*\\d[.]?|[.]?\\d[.]?)([^\\d]*)");

    static NumberPattern read(JsonNode json, Consumer<String> problems) {
        String point = json.path("decimalChar").asText(".");
        String group = json.path("groupChar").asText("");
        if (point.isEmpty() || point.equals(group)) {
            problems.accept("has a \"decimalChar\" that is empty or the same as its \"groupChar\". Correct it.");
            return new NumberPattern(".", "", true, false);
        }
        return new NumberPattern(point, group, json.path("bareNumber").asBoolean(true),
                json.path("type").asText().equals("integer"));
    }

    /** Converts a number to plain form: a point before the decimals, and nothing else. */
    String value(String text) {
        String number = bare ? text : stripped(text);
        if (!point.equals(".") && number.indexOf('.') >= 0 && !group.equals(".")) {
            throw none(text);
        }
        number = (group.isEmpty() ? number : number.replace(group, "")).replace(point, ".");
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches() || parts.group(2).isEmpty() && (parts.group(3) == null || parts.group(3).isEmpty())
                || whole && (parts.group(3) != null || parts.group(4) != null)) {
            throw none(text);
        }
        String sign = parts.group(1).equals("-") ? "-" : "";
        String decimals = parts.group(3) == null || parts.group(3).isEmpty() ? "" : "." + parts.group(3);
        String plain = sign + (parts.group(2).isEmpty() ? "0" : parts.group(2)) + decimals;
        return parts.group(4) == null ? plain : new BigDecimal(plain + parts.group(4)).toPlainString();
    }

    /** Removes the text around a number. A minus sign before that text belongs to the number. */
    private String stripped(String text) {
        Matcher parts = BARE.matcher(text.strip().replace('\u2212', '-'));
        if (!parts.matches() || parts.group(1).endsWith("(") && parts.group(3).startsWith(")")) {
            throw none(text);
        }
        return (parts.group(1).indexOf('-') >= 0 ? "-" : "") + parts.group(2);
    }

    private IllegalArgumentException none(String text) {
        return new IllegalArgumentException("\"" + FieldType.shown(text) + "\" is not a " + (whole ? "whole number" : "number")
                + " in the format of the schema, with \"" + point + "\" before the decimals and "
                + (group.isEmpty() ? "nothing" : "\"" + group + "\"")
                + " between groups of digits. Correct it, or the schema.");
    }
}
