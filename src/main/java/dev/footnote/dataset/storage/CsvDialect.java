package dev.footnote.dataset.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * CSV dialect: how the rows and cells of a file are written.
 *
 * @param delimiter separates cells; null to detect it in the first line
 * @param quote encloses a cell that contains delimiters or line ends; U+0000 for none
 * @param headers numbers of the header lines, in order; empty where the schema names the columns
 * @param join text between the parts of a column name that spans several header lines
 * @param comments numbers of lines to skip
 * @param comment prefix of lines to skip; null for none
 * @param nothing cell text that means "no value", in addition to those of the schema; null for none
 * @param skipsSpace whether spaces at the start of a cell are ignored
 * @param anyCase whether column names are case-insensitive
 */
public record CsvDialect(String delimiter, char quote, List<Integer> headers, String join, Set<Integer> comments,
        String comment,
        String nothing, boolean skipsSpace, boolean anyCase) {

    public static final CsvDialect USUAL = defaultValue(",");

    /** Used without a descriptor, for example for a file saved by a spreadsheet. The delimiter is detected. */
    public static final CsvDialect SHOWN = defaultValue(null);

    public static final CsvDialect TABS = defaultValue("\t");

    private static final Set<String> KNOWN = Set.of("delimiter", "quoteChar", "doubleQuote", "header", "headerRows",
            "headerJoin", "commentRows", "commentChar", "lineTerminator", "nullSequence", "skipInitialSpace",
            "caseSensitiveHeader", "csvddfVersion", "$schema", "name", "title", "description", "type");

    private static CsvDialect defaultValue(String delimiter) {
        return new CsvDialect(delimiter, '"', List.of(1), " ", Set.of(), null, null, false, false);
    }

    /**
     * Reads the {@code dialect} of a resource.
     *
     * @param delimiter used where the dialect sets none
     * @param problems receives a sentence for each setting that is not supported
     */
    static CsvDialect read(JsonNode json, String delimiter, Consumer<String> problems) {
        if (json.isMissingNode() || json.isNull()) {
            return defaultValue(delimiter);
        }
        if (!json.isObject()) {
            problems.accept("has a \"dialect\" that is not an object. Write an object, such as {\"delimiter\": \";\"}.");
            return defaultValue(delimiter);
        }
        refuse(json, problems);
        String quote = json.has("quoteChar") ? json.get("quoteChar").asText("") : "\"";
        String between = json.path("delimiter").asText(delimiter);
        for (String name : List.of("delimiter", "quoteChar")) {
            String text = name.equals("delimiter") ? between : quote;
            if (text.length() > (name.equals("delimiter") ? 8 : 1) || text.matches("(?s).*[\\n\\r].*")
                    || name.equals("delimiter") && text.isEmpty()) {
                problems.accept(
                        "has \"" + name + "\": " + json.get(name) + ". Write one character, such as a comma, a semicolon"
                                + " or \\t.");
                return defaultValue(delimiter);
            }
        }
        return new CsvDialect(between, quote.isEmpty() || json.path("quoteChar").isNull() ? '\0' : quote.charAt(0),
                headers(json),
                json.path("headerJoin").asText(" "), numbers(json.path("commentRows")), text(json, "commentChar"),
                text(json, "nullSequence"), json.path("skipInitialSpace").asBoolean(),
                !json.path("caseSensitiveHeader").asBoolean(true));
    }

    private static void refuse(JsonNode json, Consumer<String> problems) {
        if (!json.path("doubleQuote").asBoolean(true)) {
            problems.accept("has \"doubleQuote\": false, which is not supported. Double each quote inside a cell.");
        }
        String end = json.path("lineTerminator").asText("\n");
        if (!Set.of("\n", "\r\n", "\r").contains(end)) {
            problems.accept("has \"lineTerminator\": " + json.get("lineTerminator")
                    + ", which is not supported. End each line with \\n or \\r\\n.");
        }
        List<String> unknown = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name) && name.indexOf(':') < 0 && !json.get(name).isNull()) {
                unknown.add(name);
            }
        });
        unknown.forEach(
                name -> problems.accept("has \"" + name + "\" in its \"dialect\", which is not supported. Write the file by"
                        + " RFC 4180, with another delimiter or quoteChar if need be."));
    }

    private static List<Integer> headers(JsonNode json) {
        if (!json.path("header").asBoolean(true)) {
            return List.of();
        }
        Set<Integer> rows = numbers(json.path("headerRows"));
        return rows.isEmpty() ? List.of(1) : List.copyOf(rows);
    }

    private static Set<Integer> numbers(JsonNode json) {
        Set<Integer> numbers = new TreeSet<>();
        json.forEach(one -> numbers.add(one.asInt()));
        return numbers;
    }

    private static String text(JsonNode json, String name) {
        String text = json.path(name).asText("");
        return text.isEmpty() || json.path(name).isNull() ? null : text;
    }

    /** Whether a line is not a row of the table: a comment, or a line above or between the header lines. */
    public boolean passes(long line, String first) {
        boolean head = !headers.isEmpty() && line <= headers.get(headers.size() - 1);
        return comments.contains((int) line) || comment != null && first.startsWith(comment)
                || head && !headers.contains((int) line) && !headers.equals(List.of(1));
    }
}
