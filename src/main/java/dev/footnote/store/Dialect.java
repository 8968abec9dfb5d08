package dev.footnote.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * With which characters the cells of a CSV file are written.
 *
 * @param delimiter what stands between two cells; null where the first line shows it
 * @param quote what stands around a cell that holds delimiters or ends of lines
 */
public record Dialect(Character delimiter, char quote) {

    public static final Dialect USUAL = new Dialect(',', '"');

    /** Where no descriptor says, as of files that a spreadsheet saved. */
    public static final Dialect SHOWN = new Dialect(null, '"');

    /** What a descriptor may say and Footnote need not know, because any end of line is read. */
    private static final Set<String> KNOWN = Set.of("delimiter", "quoteChar", "doubleQuote", "header", "lineTerminator",
            "csvddfVersion", "caseSensitiveHeader", "$schema", "name", "title", "description", "type");

    /**
     * Reads the {@code dialect} of a resource.
     *
     * @param problems gets a sentence for all that is said and cannot be done
     */
    static Dialect read(JsonNode json, List<String> problems) {
        if (json.isMissingNode() || json.isNull()) {
            return USUAL;
        }
        if (!json.isObject()) {
            problems.add("has a \"dialect\" that is no object. Write it out, such as {\"delimiter\": \";\"}.");
            return USUAL;
        }
        if (!json.path("header").asBoolean(true)) {
            problems.add("says \"header\": false. Give the file a first line that names its columns.");
        }
        if (!json.path("doubleQuote").asBoolean(true)) {
            problems.add("says \"doubleQuote\": false. Write a quote within a cell twice.");
        }
        List<String> strange = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name) && !json.get(name).isNull() && !harmless(name, json.get(name))) {
                strange.add(name);
            }
        });
        strange.forEach(name -> problems.add("says \"" + name + "\" in its \"dialect\", which is not read. Write the file by"
                + " RFC 4180, with another delimiter or quoteChar if need be."));
        return new Dialect(character(json, "delimiter", ',', problems), character(json, "quoteChar", '"', problems));
    }

    private static boolean harmless(String name, JsonNode value) {
        return name.equals("skipInitialSpace") && !value.asBoolean()
                || name.equals("headerRows") && value.toString().equals("[1]");
    }

    private static char character(JsonNode json, String name, char usual, List<String> problems) {
        String text = json.path(name).asText(String.valueOf(usual));
        if (text.length() != 1 || text.charAt(0) == '\n' || text.charAt(0) == '\r') {
            problems.add("says \"" + name + "\": " + json.get(name) + ". Write one character, such as a comma, a semicolon"
                    + " or \\t.");
            return usual;
        }
        return text.charAt(0);
    }
}
