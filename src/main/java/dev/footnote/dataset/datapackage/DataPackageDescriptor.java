package dev.footnote.dataset.datapackage;

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

import dev.footnote.dataset.storage.CsvDialect;
import dev.footnote.dataset.storage.ResourceDescriptor;

/**
 * Descriptor of a Frictionless Data Package: its {@code datapackage.json}.
 *
 * @param kept everything but the resources, as JSON, so that properties unknown to Footnote are not lost; null if there is no
 *        descriptor
 * @param delta whether the package holds only changes to the existing records, instead of a complete dataset
 * @param resources readable resources by name
 * @param broken problems of the other resources by name
 */
public record DataPackageDescriptor(String name, String title, String description, String version, String licence, String kept,
        boolean delta, Map<String, ResourceDescriptor> resources, Map<String, List<DatasetProblem>> broken) {

    public static final String FILE = "datapackage.json";

    private static final Pattern TABLE = Pattern.compile("(.+)\\.(csv|tsv|tab)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    /** Property under "footnote" that marks a folder whose files are being replaced. */
    public static final String UNFINISHED = "unfinished";

    /** Keeps every digit, because properties unknown to Footnote are passed on unchanged. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * Reads the descriptor of a package.
     *
     * @return null if it cannot be read; the problems say why
     */
    public static DataPackageDescriptor read(DatasetFolder folder, DatasetProblems problems) throws IOException {
        DataPackageDescriptor descriptor = readAny(folder, problems);
        if (descriptor != null) {
            descriptor.broken.values().forEach(broken -> broken.forEach(problems::add));
        }
        return descriptor;
    }

    /**
     * Reads the descriptor of a foreign package, of which not every resource need be readable. Problems of a resource are kept
     * with it in {@code broken}.
     */
    public static DataPackageDescriptor readAny(DatasetFolder folder, DatasetProblems problems) throws IOException {
        if (!folder.has(FILE)) {
            return bare(folder, problems);
        }
        try (InputStream in = folder.open(FILE)) {
            return of(JSON.readTree(in), folder, problems);
        } catch (JsonProcessingException e) {
            problems.add(FILE, e.getLocation().getLineNr(), e.getLocation().getColumnNr(),
                    "This is no JSON: " + e.getOriginalMessage() + ".");
            return null;
        }
    }

    /**
     * Creates a descriptor for a folder of CSV files without {@code datapackage.json}. The file names are the resource names.
     */
    private static DataPackageDescriptor bare(DatasetFolder folder, DatasetProblems problems) throws IOException {
        Map<String, ResourceDescriptor> resources = new LinkedHashMap<>();
        for (String file : folder.files()) {
            Matcher table = TABLE.matcher(file);
            if (table.matches()) {
                boolean comma = table.group(2).equalsIgnoreCase("csv");
                CsvDialect dialect = comma ? CsvDialect.SHOWN : CsvDialect.TABS;
                if (resources.put(table.group(1), ResourceDescriptor.bare(table.group(1), file, dialect)) != null) {
                    problems.add(file, 0, 0, "There are two files of that name, such as a compressed one and an"
                            + " uncompressed one. Keep one.");
                }
            }
        }
        if (resources.isEmpty()) {
            problems.add(FILE, 0, 0, "There is no such file in " + folder
                    + ", and no CSV file. A dataset is a folder with CSV files, such as people.csv, or with a datapackage.json"
                    + " that names them.");
            return null;
        }
        return new DataPackageDescriptor("dataset", null, null, null, null, null, false, resources, Map.of());
    }

    private static DataPackageDescriptor of(JsonNode json, DatasetFolder folder, DatasetProblems problems) throws IOException {
        Map<String, ResourceDescriptor> resources = new LinkedHashMap<>();
        Map<String, List<DatasetProblem>> broken = new LinkedHashMap<>();
        if (json.path("footnote").path(UNFINISHED).asBoolean()) {
            problems.add(FILE, 0, 0, "A dataset is being written here, or writing it was interrupted. Wait until it is"
                    + " complete, or export it again and replace what is here.");
            return null;
        }
        for (JsonNode one : json.path("resources")) {
            List<String> found = new ArrayList<>();
            ResourceDescriptor resource = ResourceDescriptor.read(one, folder.store(), found);
            if (!found.isEmpty()) {
                broken.computeIfAbsent(resource.name(), key -> new ArrayList<>()).addAll(found.stream()
                        .map(problem -> new DatasetProblem(FILE, 0, 0, "The resource \"" + resource.name() + "\" " + problem))
                        .toList());
            } else if (resources.put(resource.name(), resource) != null) {
                problems.add(FILE, 0, 0, "Two resources have the name \"" + resource.name() + "\".");
            }
        }
        if (json.path("resources").isEmpty()) {
            problems.add(FILE, 0, 0, "It names no resources. List the files of the dataset, such as"
                    + " {\"resources\": [{\"name\": \"people\", \"path\": \"people.csv\"}]}.");
        }
        return new DataPackageDescriptor(json.path("name").asText("dataset"), text(json, "title"),
                text(json, "description"), text(json, "version"),
                text(json.path("licenses").path(0), "name"), kept(json), delta(json, problems), resources, broken);
    }

    private static String kept(JsonNode json) {
        return json instanceof ObjectNode object ? object.deepCopy().without(List.of("resources", "footnote")).toString()
                : null;
    }

    private static boolean delta(JsonNode json, DatasetProblems problems) {
        JsonNode delta = json.path("footnote").path("delta");
        if (!delta.isMissingNode() && !delta.isBoolean()) {
            problems.add(FILE, 0, 0, "\"footnote\" says \"delta\": " + delta + ". Write true for a package that holds only"
                    + " what has changed, or false for a whole dataset.");
        }
        return delta.asBoolean();
    }

    private static String text(JsonNode json, String key) {
        return json.hasNonNull(key) ? json.get(key).asText() : null;
    }

    /** All files of the dataset except the descriptor itself. */
    public List<String> files() {
        return resources.values().stream()
                .flatMap(resource -> Stream.concat(resource.files().stream(), resource.described().stream())).distinct()
                .toList();
    }
}
