package dev.footnote.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A table of a dataset, in one file or several that are read one behind the other.
 *
 * @param packed whether the files are gzip, whatever their names
 * @param missing the texts of cells that say nothing
 */
public record Resource(String name, List<String> files, boolean packed, Dialect dialect, Set<String> missing) {

    /** More than anybody splits a table into, and what the place of a line has room for. */
    private static final int MOST_FILES = 1000;

    /** A table in one file that no descriptor describes. */
    public static Resource bare(String name, String file) {
        return new Resource(name, List.of(file), false, Dialect.SHOWN, Set.of(""));
    }

    /**
     * Reads what a descriptor says of a resource.
     *
     * @param problems gets a sentence without its subject for all that is wrong
     */
    public static Resource read(JsonNode json, Store store, List<String> problems) {
        List<String> files = files(json, store, problems);
        String encoding = json.path("encoding").asText("utf-8").toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        if (!Set.of("utf8", "ascii", "usascii").contains(encoding)) {
            problems.add("has the encoding " + json.get("encoding") + ". Save its files in UTF-8, and write \"utf-8\".");
        }
        String compression = json.path("compression").asText("gz").toLowerCase(Locale.ROOT);
        if (!Set.of("gz", "gzip", "no", "").contains(compression)) {
            problems.add("has the compression " + json.get("compression") + ". Pack its files with gzip, or not at all.");
        }
        return new Resource(json.path("name").asText(), files, json.has("compression") && compression.startsWith("gz"),
                Dialect.read(json.path("dialect"), problems), missing(json.path("schema").path("missingValues")));
    }

    private static List<String> files(JsonNode json, Store store, List<String> problems) {
        List<String> files = new ArrayList<>();
        JsonNode path = json.path("path");
        if (json.has("data") && path.isMissingNode()) {
            problems.add("has its data in the descriptor. Write them to a CSV file, and name it as \"path\".");
            return files;
        }
        if (path.isArray()) {
            path.forEach(one -> files.add(one.asText()));
        } else {
            files.add(path.asText());
        }
        if (files.size() > MOST_FILES) {
            problems.add("has " + files.size() + " files. Put them together to " + MOST_FILES + " at most.");
        }
        files.forEach(file -> lost(file, store, problems));
        return files;
    }

    private static void lost(String file, Store store, List<String> problems) {
        if (file.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            problems.add("has the path \"" + file + "\". Only files of the package are read. Download it into the folder, and"
                    + " write the name of the file.");
        } else if (file.isEmpty() || file.startsWith("/") || file.contains("..") || !store.has(file)) {
            problems.add("has the path \"" + file + "\", and there is no such file in the folder.");
        }
    }

    private static Set<String> missing(JsonNode json) {
        Set<String> missing = new LinkedHashSet<>();
        json.forEach(one -> missing.add(one.isObject() ? one.path("value").asText() : one.asText()));
        return missing.isEmpty() ? Set.of("") : missing;
    }

    /**
     * The bytes of one of its files as they were before they were packed.
     *
     * @param tally counts them as they are in the store
     */
    public InputStream open(String file, Store store, Tally tally) throws IOException {
        InputStream in = tally.over(store.open(file));
        if (!packed && !file.endsWith(".gz")) {
            return in;
        }
        try {
            InputStream unpacked = Unpacked.gzip(in);
            return store instanceof Capped capped ? capped.cap(file, unpacked) : unpacked;
        } catch (IOException e) {
            try (in) {
                throw e;
            }
        }
    }
}
