package dev.footnote.query.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;

/** Loads the trusted documents from the user's folder, or the examples that ship with the product. */
public final class TrustedDocumentLoader {

    private static final String SHIPPED = "/META-INF/resources/examples/";
    private static final String ENDING = ".graphql";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /** Reserved names, because the server uses these paths itself. */
    private static final Set<String> TAKEN = Set.of("health", "metrics", "dev");

    private final Path folder;
    private final Map<String, String> builtIn;
    private final List<String> errors = new ArrayList<>();

    /** @param folder null for the examples that ship with the product */
    public TrustedDocumentLoader(Path folder) {
        this(folder, Map.of());
    }

    /**
     * @param folder null for the examples that ship with the product
     * @param builtIn the texts of the documents of the product's own pages, by name
     */
    public TrustedDocumentLoader(Path folder, Map<String, String> builtIn) {
        this.folder = folder;
        this.builtIn = builtIn;
    }

    /** @throws InvalidTrustedDocumentsException with all errors of all documents */
    Map<String, TrustedDocuments.Entry> read(Function<String, PreparedDocument> preparing) {
        Map<String, TrustedDocuments.Entry> entries = new LinkedHashMap<>();
        builtIn.forEach((name, text) -> entries.put(name,
                new TrustedDocuments.Entry(text, prepared(name + ENDING, text, preparing))));
        for (String file : files()) {
            String name = file.substring(0, file.length() - ENDING.length());
            if (!NAME.matcher(name).matches()) {
                errors.add(file + ": The name is no name of a document. Use letters, digits, - and _.");
            } else if (TAKEN.contains(name) || builtIn.containsKey(name)) {
                errors.add(file + ": The server has a path of that name. Give the document another.");
            }
            String text = text(file);
            PreparedDocument prepared = text == null ? null : prepared(file, text, preparing);
            entries.put(name, new TrustedDocuments.Entry(text, prepared));
        }
        if (!errors.isEmpty()) {
            throw new InvalidTrustedDocumentsException(errors);
        }
        return entries;
    }

    private PreparedDocument prepared(String file, String text, Function<String, PreparedDocument> preparing) {
        try {
            PreparedDocument prepared = preparing.apply(text);
            int operations = prepared.document().getDefinitionsOfType(OperationDefinition.class).size();
            if (operations != 1) {
                errors.add(file + ": The document has " + operations + " operations. A trusted document has one.");
            }
            return prepared;
        } catch (RequestException exception) {
            exception.errors().forEach(error -> errors.add(place(file, error) + ": " + error.message()));
            return null;
        }
    }

    private static String place(String file, RequestError error) {
        if (error.at().isEmpty()) {
            return file;
        }
        SourceLocation place = error.at().get(0);
        return file + ":" + place.getLine() + ":" + place.getColumn();
    }

    private List<String> files() {
        if (folder == null) {
            return shipped();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            errors.add(folder + ": The folder cannot be read. Name one that there is with footnote.documents.");
            return List.of();
        }
    }

    private static List<String> shipped() {
        try (InputStream in = TrustedDocumentLoader.class.getResourceAsStream(SHIPPED + "index.json")) {
            List<String> files = new ArrayList<>();
            for (JsonNode example : new ObjectMapper().readTree(in)) {
                files.add(example.get("query").asText());
            }
            return files;
        } catch (IOException e) {
            throw new IllegalStateException("The examples ship with the product", e);
        }
    }

    private String text(String file) {
        if (folder != null) {
            return ownText(file);
        }
        try (InputStream in = TrustedDocumentLoader.class.getResourceAsStream(SHIPPED + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The examples ship with the product", e);
        }
    }

    private String ownText(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (CharacterCodingException e) {
            errors.add(file + ": The file is not written in UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            errors.add(file + ": The file cannot be read.");
        }
        return null;
    }
}
