package dev.footnote.dataset.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Part of a descriptor, given inline or as the name of a file of the package.
 *
 * @param problems receives a sentence without its subject for each problem
 * @param read receives the names of the files that are read
 */
record JsonReference(FileStorage store, List<String> problems, List<String> read) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode read(String key, JsonNode json) {
        JsonNode said = json.path(key);
        if (!said.isTextual()) {
            return said;
        }
        int before = problems.size();
        ResourceDescriptor.lost(said.asText(), store, problems);
        if (problems.size() > before) {
            return MissingNode.getInstance();
        }
        read.add(said.asText());
        try (InputStream in = store.open(said.asText())) {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            problems.add("has a \"" + key + "\" in " + said.asText() + ", which is no JSON in line "
                    + e.getLocation().getLineNr() + ". Correct it.");
        } catch (IOException e) {
            problems.add("has a \"" + key + "\" in " + said.asText() + ", which cannot be read: " + e.getMessage() + ".");
        }
        return MissingNode.getInstance();
    }
}
