package dev.footnote.dataset.storage;

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

import dev.footnote.dataset.tableschema.TableSchema;
import dev.footnote.dataset.tableschema.TableSchemaField;

/**
 * Describes a table of a dataset, stored in one file or in several that are read in sequence.
 *
 * @param packed whether the files are gzip, whatever their names
 * @param described names of the files that hold the schema and the dialect
 * @param bytes total size of all files; negative if not stated
 * @param hash checksum of all files, prefixed with the name of its algorithm; null if not stated
 */
public record ResourceDescriptor(String name, List<String> files, boolean packed, Charset charset, CsvDialect dialect,
        TableSchema schema,
        List<String> described, long bytes, String hash) {

    /** Most files of a table. No real table has more, and the place number of a line has no room for more. */
    private static final int MOST_FILES = 1000;
    private static final Set<String> CSV = Set.of("csv", "tsv", "tab", "txt", "text", "");

    /** Creates the descriptor of a table in one file that has no descriptor of its own. */
    public static ResourceDescriptor bare(String name, String file, CsvDialect dialect) {
        return new ResourceDescriptor(name, List.of(file), false, StandardCharsets.UTF_8, dialect, TableSchema.NONE, List.of(),
                -1, null);
    }

    /**
     * Reads a resource of a descriptor.
     *
     * @param problems receives a sentence without its subject for each problem
     */
    public static ResourceDescriptor read(JsonNode json, FileStorage store, List<String> problems) {
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
        CsvDialect dialect = CsvDialect.read(references.read("dialect", json), delimiter, problems::add);
        if (dialect.headers().isEmpty() && schema.fields().isEmpty()) {
            problems.add("has \"header\": false. Give the file a first line that names its columns, or a schema with their"
                    + " names.");
        }
        return new ResourceDescriptor(json.path("name").asText(), files,
                json.has("compression") && compression.startsWith("gz"),
                charset(json.path("encoding"), problems::add), dialect, schema, described, json.path("bytes").asLong(-1),
                json.path("hash").asText(null));
    }

    private static Charset charset(JsonNode encoding, Consumer<String> problems) {
        try {
            return Charset.forName(encoding.asText("utf-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.accept("has the encoding " + encoding + ", which is unknown. Save its files in UTF-8, and write"
                    + " \"utf-8\".");
            return StandardCharsets.UTF_8;
        }
    }

    /** Text format of the files, as the file name extension they have or should have. */
    private static String format(JsonNode json, List<String> problems) {
        String type = json.path("type").asText("table");
        String media = json.path("mediatype").asText("text/csv").toLowerCase(Locale.ROOT);
        String format = json.path("format").asText(media.contains("tab-separated") ? "tsv" : "csv").toLowerCase(Locale.ROOT);
        if (!type.equals("table") || !CSV.contains(format) || !media.matches(".*(csv|tab-separated|text/plain).*")) {
            problems.add("is not CSV according to its type, format or mediatype. Only CSV tables can be read; save it as CSV.");
        }
        return format;
    }

    private static List<String> files(JsonNode json, FileStorage store, List<String> problems) {
        List<String> files = new ArrayList<>();
        JsonNode path = json.has("path") ? json.path("path") : json.path("url");
        if (json.has("data")) {
            problems.add("has its data in the descriptor. Write the data to a CSV file, and set \"path\" to its name.");
            return files;
        }
        if (path.isArray()) {
            path.forEach(one -> files.add(one.asText()));
        } else {
            files.add(path.asText());
        }
        if (files.size() > MOST_FILES || files.isEmpty()) {
            problems.add("has " + files.size() + " files. Use at least one and at most " + MOST_FILES + ".");
        }
        files.forEach(file -> lost(file, store, problems));
        return files;
    }

    /** Reports a file that is not part of the package. */
    static void lost(String file, FileStorage store, List<String> problems) {
        if (file.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            problems.add("has the path \"" + file + "\". Only files of the package are read. Download it into the folder, and"
                    + " write the name of the file.");
        } else if (file.isEmpty() || file.startsWith("/") || Arrays.asList(file.split("[/\\\\]")).contains("..")
                || !store.has(file)) {
            problems.add("has the path \"" + file + "\", and there is no such file in the folder.");
        }
    }

    /** Whether a cell has no value. */
    public boolean isMissing(String text, TableSchemaField field) {
        return text.isEmpty() || text.equals(dialect.nothing())
                || (field == null || field.missing() == null ? schema.missing() : field.missing()).contains(text);
    }

    /**
     * Opens one of the files and decompresses it.
     *
     * @param byteCounter counts the bytes as stored, before decompression
     */
    public InputStream open(String file, FileStorage store, ByteCounter byteCounter) throws IOException {
        InputStream in = CompressionFormat.unpacked(byteCounter.over(store.open(file)),
                packed || file.toLowerCase(Locale.ROOT).endsWith(".gz"));
        return store instanceof SizeLimitedStorage capped ? capped.cap(file, in) : in;
    }
}
