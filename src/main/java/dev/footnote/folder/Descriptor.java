package dev.footnote.folder;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.footnote.store.Dialect;
import dev.footnote.store.Resource;

/**
 * The {@code datapackage.json} of a Frictionless Data Package.
 *
 * @param kept all of it but the resources, as JSON, so that nothing is lost of what Footnote does not know; null where
 *        there is none
 * @param delta whether the records are added to those that are there already, or replace them one by one
 * @param resources by their names
 * @param broken what is wrong with the others, by their names
 */
public record Descriptor(String name, String title, String description, String version, String licence, String kept,
        boolean delta, Map<String, Resource> resources, Map<String, List<Fault>> broken) {

    public static final String FILE = "datapackage.json";

    private static final Pattern TABLE = Pattern.compile("(.+)\\.(csv|tsv|tab)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    /** Under "footnote" in a folder whose files are being exchanged. */
    public static final String UNFINISHED = "unfinished";

    /** Keeps every digit, because what Footnote does not know is handed on as it is. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** @return null when it cannot be read; the faults say why */
    public static Descriptor read(Folder folder, Faults faults) throws IOException {
        Descriptor descriptor = readAny(folder, faults);
        if (descriptor != null) {
            descriptor.broken.values().forEach(broken -> broken.forEach(faults::add));
        }
        return descriptor;
    }

    /** The same of a package of others, of which not all resources need be read: what is wrong with one stays with it. */
    public static Descriptor readAny(Folder folder, Faults faults) throws IOException {
        if (!folder.has(FILE)) {
            return bare(folder, faults);
        }
        try (InputStream in = folder.open(FILE)) {
            return of(JSON.readTree(in), folder, faults);
        } catch (JsonProcessingException e) {
            faults.add(FILE, e.getLocation().getLineNr(), e.getLocation().getColumnNr(),
                    "This is no JSON: " + e.getOriginalMessage() + ".");
            return null;
        }
    }

    /** CSV files without a word on them, as whoever starts has them; their names tell what is in them. */
    private static Descriptor bare(Folder folder, Faults faults) throws IOException {
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (String file : folder.files()) {
            Matcher table = TABLE.matcher(file);
            if (table.matches()) {
                boolean comma = table.group(2).equalsIgnoreCase("csv");
                Dialect dialect = comma ? Dialect.SHOWN : Dialect.TABS;
                if (resources.put(table.group(1), Resource.bare(table.group(1), file, dialect)) != null) {
                    faults.add(file, 0, 0, "There are two files of that name, such as packed and not. Keep one.");
                }
            }
        }
        if (resources.isEmpty()) {
            faults.add(FILE, 0, 0, "There is no such file in " + folder
                    + ", and no CSV file. A dataset is a folder with CSV files, such as people.csv, or with a datapackage.json"
                    + " that names them.");
            return null;
        }
        return new Descriptor("dataset", null, null, null, null, null, false, resources, Map.of());
    }

    private static Descriptor of(JsonNode json, Folder folder, Faults faults) throws IOException {
        Map<String, Resource> resources = new LinkedHashMap<>();
        Map<String, List<Fault>> broken = new LinkedHashMap<>();
        if (json.path("footnote").path(UNFINISHED).asBoolean()) {
            faults.add(FILE, 0, 0, "A dataset is being written here, or its writing was broken off. Wait for it, or have it"
                    + " written again in place of what is here.");
            return null;
        }
        for (JsonNode one : json.path("resources")) {
            List<String> problems = new ArrayList<>();
            Resource resource = Resource.read(one, folder.store(), problems);
            if (!problems.isEmpty()) {
                broken.computeIfAbsent(resource.name(), key -> new ArrayList<>()).addAll(problems.stream()
                        .map(problem -> new Fault(FILE, 0, 0, "The resource \"" + resource.name() + "\" " + problem)).toList());
            } else if (resources.put(resource.name(), resource) != null) {
                faults.add(FILE, 0, 0, "Two resources have the name \"" + resource.name() + "\".");
            }
        }
        if (json.path("resources").isEmpty()) {
            faults.add(FILE, 0, 0, "It names no resources. List the files of the dataset, such as"
                    + " {\"resources\": [{\"name\": \"people\", \"path\": \"people.csv\"}]}.");
        }
        return new Descriptor(json.path("name").asText("dataset"), text(json, "title"),
                text(json, "description"), text(json, "version"),
                text(json.path("licenses").path(0), "name"), kept(json), delta(json, faults), resources, broken);
    }

    private static String kept(JsonNode json) {
        return json instanceof ObjectNode object ? object.deepCopy().without(List.of("resources", "footnote")).toString()
                : null;
    }

    private static boolean delta(JsonNode json, Faults faults) {
        JsonNode delta = json.path("footnote").path("delta");
        if (!delta.isMissingNode() && !delta.isBoolean()) {
            faults.add(FILE, 0, 0, "\"footnote\" says \"delta\": " + delta + ". Write true for a package that holds only"
                    + " what has changed, or false for a whole dataset.");
        }
        return delta.asBoolean();
    }

    private static String text(JsonNode json, String key) {
        return json.hasNonNull(key) ? json.get(key).asText() : null;
    }

    /** All files that the dataset is made of, without the descriptor itself. */
    public List<String> files() {
        return resources.values().stream()
                .flatMap(resource -> Stream.concat(resource.files().stream(), resource.described().stream())).distinct()
                .toList();
    }
}
