package dev.footnote.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How the rows and cells of a CSV file are written.
 *
 * @param delimiter what stands between two cells; null where the first line shows it
 * @param quote what stands around a cell that holds delimiters or ends of lines; U+0000 where nothing does
 * @param headers the lines that name the columns, in order; none where the schema names them
 * @param join what stands between the names of several such lines
 * @param comments lines that are not read
 * @param comment how lines begin that are not read; null where there are none
 * @param nothing the text of a cell that says nothing beside those of the schema; null where there is none
 * @param skipsSpace whether blanks ahead of a cell are none of it
 * @param anyCase whether names of columns are the same in capitals
 */
public record Dialect(String delimiter, char quote, List<Integer> headers, String join, Set<Integer> comments, String comment,
        String nothing, boolean skipsSpace, boolean anyCase) {

    public static final Dialect USUAL = usual(",");

    /** Where no descriptor says, as of files that a spreadsheet saved. */
    public static final Dialect SHOWN = usual(null);

    public static final Dialect TABS = usual("\t");

    private static final Set<String> KNOWN = Set.of("delimiter", "quoteChar", "doubleQuote", "header", "headerRows",
            "headerJoin", "commentRows", "commentChar", "lineTerminator", "nullSequence", "skipInitialSpace",
            "caseSensitiveHeader", "csvddfVersion", "$schema", "name", "title", "description", "type");

    private static Dialect usual(String delimiter) {
        return new Dialect(delimiter, '"', List.of(1), " ", Set.of(), null, null, false, false);
    }

    /**
     * Reads the {@code dialect} of a resource.
     *
     * @param delimiter where it says none
     * @param problems gets a sentence for all that is said and cannot be done
     */
    static Dialect read(JsonNode json, String delimiter, Consumer<String> problems) {
        if (json.isMissingNode() || json.isNull()) {
            return usual(delimiter);
        }
        if (!json.isObject()) {
            problems.accept("has a \"dialect\" that is no object. Write it out, such as {\"delimiter\": \";\"}.");
            return usual(delimiter);
        }
        refuse(json, problems);
        String quote = json.has("quoteChar") ? json.get("quoteChar").asText("") : "\"";
        String between = json.path("delimiter").asText(delimiter);
        for (String name : List.of("delimiter", "quoteChar")) {
            String text = name.equals("delimiter") ? between : quote;
            if (text.length() > (name.equals("delimiter") ? 8 : 1) || text.matches("(?s).*[\\n\\r].*")
                    || name.equals("delimiter") && text.isEmpty()) {
                problems.accept(
                        "says \"" + name + "\": " + json.get(name) + ". Write one character, such as a comma, a semicolon"
                                + " or \\t.");
                return usual(delimiter);
            }
        }
        return new Dialect(between, quote.isEmpty() || json.path("quoteChar").isNull() ? '\0' : quote.charAt(0), headers(json),
                json.path("headerJoin").asText(" "), numbers(json.path("commentRows")), text(json, "commentChar"),
                text(json, "nullSequence"), json.path("skipInitialSpace").asBoolean(),
                !json.path("caseSensitiveHeader").asBoolean(true));
    }

    private static void refuse(JsonNode json, Consumer<String> problems) {
        if (!json.path("doubleQuote").asBoolean(true)) {
            problems.accept("says \"doubleQuote\": false. Write a quote within a cell twice.");
        }
        String end = json.path("lineTerminator").asText("\n");
        if (!Set.of("\n", "\r\n", "\r").contains(end)) {
            problems.accept("says \"lineTerminator\": " + json.get("lineTerminator") + ". End each line with \\n or \\r\\n.");
        }
        List<String> strange = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name) && name.indexOf(':') < 0 && !json.get(name).isNull()) {
                strange.add(name);
            }
        });
        strange.forEach(name -> problems.accept("says \"" + name + "\" in its \"dialect\", which is not read. Write the file by"
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

    /** Whether a line is none of the table: a comment, or above or between the lines that name the columns. */
    public boolean passes(long line, String first) {
        boolean head = !headers.isEmpty() && line <= headers.get(headers.size() - 1);
        return comments.contains((int) line) || comment != null && first.startsWith(comment)
                || head && !headers.contains((int) line) && !headers.equals(List.of(1));
    }
}
