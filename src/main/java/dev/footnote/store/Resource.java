package dev.footnote.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.tableschema.Field;
import dev.footnote.tableschema.TableSchema;

/**
 * A table of a dataset, in one file or several that are read one behind the other.
 *
 * @param packed whether the files are gzip, whatever their names
 * @param described the files that say how these are read
 * @param bytes how many there are in all files, or less than 0 where nobody says
 * @param hash over all files, with the name of its algorithm ahead; null where nobody says
 */
public record Resource(String name, List<String> files, boolean packed, Charset charset, Dialect dialect, TableSchema schema,
        List<String> described, long bytes, String hash) {

    /** More than anybody splits a table into, and what the place of a line has room for. */
    private static final int MOST_FILES = 1000;
    private static final Set<String> CSV = Set.of("csv", "tsv", "tab", "txt", "text", "");

    /** A table in one file that no descriptor describes. */
    public static Resource bare(String name, String file, Dialect dialect) {
        return new Resource(name, List.of(file), false, StandardCharsets.UTF_8, dialect, TableSchema.NONE, List.of(), -1, null);
    }

    /**
     * Reads what a descriptor says of a resource.
     *
     * @param problems gets a sentence without its subject for all that is wrong
     */
    public static Resource read(JsonNode json, Store store, List<String> problems) {
        if (json.path("name").asText("").isBlank()) {
            problems.add("has no name. Write one, such as \"people\".");
        }
        List<String> files = files(json, store, problems);
        List<String> described = new ArrayList<>();
        JsonReference references = new JsonReference(store, problems, described);
        String compression = json.path("compression").asText("gz").toLowerCase(Locale.ROOT);
        if (!Set.of("gz", "gzip", "no", "").contains(compression)) {
            problems.add("has the compression " + json.get("compression") + ". Pack its files with gzip, or not at all.");
        }
        String format = format(json, problems);
        String delimiter = format.equals("tsv") || format.equals("tab") ? "\t" : ",";
        TableSchema schema = TableSchema.read(references.read("schema", json), problems::add);
        Dialect dialect = Dialect.read(references.read("dialect", json), delimiter, problems::add);
        if (dialect.headers().isEmpty() && schema.fields().isEmpty()) {
            problems.add("says \"header\": false. Give the file a first line that names its columns, or a schema with their"
                    + " names.");
        }
        return new Resource(json.path("name").asText(), files, json.has("compression") && compression.startsWith("gz"),
                charset(json.path("encoding"), problems::add), dialect, schema, described, json.path("bytes").asLong(-1),
                json.path("hash").asText(null));
    }

    private static Charset charset(JsonNode encoding, Consumer<String> problems) {
        try {
            return Charset.forName(encoding.asText("utf-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.accept("has the encoding " + encoding + ", which is none that is known. Save its files in UTF-8, and write"
                    + " \"utf-8\".");
            return StandardCharsets.UTF_8;
        }
    }

    /** What sort of text the files are, by the ending that they have or should have. */
    private static String format(JsonNode json, List<String> problems) {
        String type = json.path("type").asText("table");
        String media = json.path("mediatype").asText("text/csv").toLowerCase(Locale.ROOT);
        String format = json.path("format").asText(media.contains("tab-separated") ? "tsv" : "csv").toLowerCase(Locale.ROOT);
        if (!type.equals("table") || !CSV.contains(format) || !media.matches(".*(csv|tab-separated|text/plain).*")) {
            problems.add("is no CSV, as its type, format or mediatype says. Only tables in CSV are read; write it as one.");
        }
        return format;
    }

    private static List<String> files(JsonNode json, Store store, List<String> problems) {
        List<String> files = new ArrayList<>();
        JsonNode path = json.has("path") ? json.path("path") : json.path("url");
        if (json.has("data")) {
            problems.add("has its data in the descriptor. Write them to a CSV file, and name it as \"path\".");
            return files;
        }
        if (path.isArray()) {
            path.forEach(one -> files.add(one.asText()));
        } else {
            files.add(path.asText());
        }
        if (files.size() > MOST_FILES || files.isEmpty()) {
            problems.add("has " + files.size() + " files. Put them together to " + MOST_FILES + " at most, and one at least.");
        }
        files.forEach(file -> lost(file, store, problems));
        return files;
    }

    /** Tells when a file is none of the package. */
    static void lost(String file, Store store, List<String> problems) {
        if (file.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            problems.add("has the path \"" + file + "\". Only files of the package are read. Download it into the folder, and"
                    + " write the name of the file.");
        } else if (file.isEmpty() || file.startsWith("/") || Arrays.asList(file.split("[/\\\\]")).contains("..")
                || !store.has(file)) {
            problems.add("has the path \"" + file + "\", and there is no such file in the folder.");
        }
    }

    /** Whether a cell says nothing. */
    public boolean isMissing(String text, Field field) {
        return text.isEmpty() || text.equals(dialect.nothing())
                || (field == null || field.missing() == null ? schema.missing() : field.missing()).contains(text);
    }

    /**
     * The bytes of one of its files as they were before they were packed.
     *
     * @param tally counts them as they are in the store
     */
    public InputStream open(String file, Store store, Tally tally) throws IOException {
        InputStream in = Packing.unpacked(tally.over(store.open(file)),
                packed || file.toLowerCase(Locale.ROOT).endsWith(".gz"));
        return store instanceof Capped capped ? capped.cap(file, in) : in;
    }
}
