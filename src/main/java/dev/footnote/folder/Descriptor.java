package dev.footnote.folder;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The {@code datapackage.json} of a Frictionless Data Package.
 *
 * @param delta whether the records are added to those that are there already, or replace them one by one
 * @param files by the name of the resource
 */
public record Descriptor(String name, String title, String description, String version, String licence, boolean delta,
        Map<String, String> files) {

    public static final String FILE = "datapackage.json";

    /** @return null when it cannot be read; the faults say why */
    public static Descriptor read(Folder folder, Faults faults) throws IOException {
        if (!folder.has(FILE)) {
            faults.add(FILE, 0, 0, "There is no such file in " + folder
                    + ". A dataset is a folder with a datapackage.json and the CSV files that it names.");
            return null;
        }
        try (InputStream in = folder.open(FILE)) {
            return of(new ObjectMapper().readTree(in), folder, faults);
        } catch (JsonProcessingException e) {
            faults.add(FILE, e.getLocation().getLineNr(), e.getLocation().getColumnNr(),
                    "This is no JSON: " + e.getOriginalMessage() + ".");
            return null;
        }
    }

    private static Descriptor of(JsonNode json, Folder folder, Faults faults) {
        Map<String, String> files = new LinkedHashMap<>();
        for (JsonNode resource : json.path("resources")) {
            String file = resource.path("path").asText();
            if (file.isEmpty() || file.startsWith("/") || file.contains("..") || !folder.has(file)) {
                faults.add(FILE, 0, 0, "The resource \"" + resource.path("name").asText() + "\" has the path \"" + file
                        + "\", and there is no such file in the folder.");
            } else if (files.put(resource.path("name").asText(), file) != null) {
                faults.add(FILE, 0, 0, "Two resources have the name \"" + resource.path("name").asText() + "\".");
            }
        }
        if (json.path("resources").isEmpty()) {
            faults.add(FILE, 0, 0, "It names no resources. List the files of the dataset, such as"
                    + " {\"resources\": [{\"name\": \"people\", \"path\": \"people.csv\"}]}.");
        }
        return new Descriptor(json.path("name").asText("dataset"), text(json, "title"), text(json, "description"),
                text(json, "version"), text(json.path("licenses").path(0), "name"), delta(json, faults), files);
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
}
