package dev.footnote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.domain.source.Citation;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** Creates a new dataset that is complete, so that it can be checked and served at once, and as small as possible. */
public final class DatasetScaffold {

    private static final String README = "README.md";

    private static final Map<String, Map<String, String>> EXAMPLES = Map.of(
            "sources", Map.of("id", "example-report", "kind", "report", "title", "Example annual report",
                    "url", "https://example.org/report", "publisher", "example-organization", "published", "2025-03",
                    "language", "en"),
            "organizations", Map.of("id", "example-organization", "kind", "company", "name", "Example Organization",
                    "country", "CH", "founded", "1998", "source", "example-report", "locator", "page 2"),
            "people", Map.of("id", "ada-example", "name", "Ada Example", "summary", "Founder of the Example Organization.",
                    "source", "example-report", "locator", "page 7"));

    private final Collection<EntityType> entityTypes;

    public DatasetScaffold(Metamodel metamodel) {
        // the tables with an example first
        this.entityTypes = metamodel.entityTypes().stream().filter(entityType -> entityType.resource() != null)
                .sorted(Comparator.comparing(entityType -> !EXAMPLES.containsKey(entityType.resource()))).toList();
    }

    /** @throws IllegalArgumentException with a sentence when the folder is not empty */
    static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IllegalArgumentException(
                    folder + " already exists and is not empty. Name another folder; nothing is overwritten.");
        }
    }

    /** Writes the dataset into an empty folder, which may be missing. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (EntityType entityType : entityTypes) {
            Files.writeString(folder.resolve(file(entityType)), lines(entityType));
        }
        Files.writeString(folder.resolve(README), new DatasetReadme(entityTypes).text());
        Files.writeString(folder.resolve(DataPackageDescriptor.FILE), descriptor(folder));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Names of its resources. */
    List<String> resources() {
        return entityTypes.stream().map(EntityType::resource).toList();
    }

    static String file(EntityType entityType) {
        return entityType.resource() + ".csv";
    }

    static List<String> headers(EntityType entityType) {
        return entityType.entity() == Citation.class ? DatasetReader.CITATIONS : new EntityColumns(entityType).headers();
    }

    private static String lines(EntityType entityType) {
        String head = String.join(",", headers(entityType)) + "\n";
        Map<String, String> example = EXAMPLES.get(entityType.resource());
        return example == null ? head
                : head + headers(entityType).stream().map(header -> example.getOrDefault(header, ""))
                        .collect(Collectors.joining(",")) + "\n";
    }

    private String descriptor(Path folder) throws IOException {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("profile", "tabular-data-package");
        descriptor.put("name", name(folder));
        descriptor.put("title", "A dataset of our own");
        descriptor.put("description", "What it is about, and how it was made.");
        descriptor.put("version", "0.1.0");
        descriptor.put("resources",
                entityTypes.stream().map(entityType -> {
                    Map<String, String> resource = new LinkedHashMap<>();
                    resource.put("name", entityType.resource());
                    resource.put("path", file(entityType));
                    return resource;
                }).toList());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(descriptor) + "\n";
    }

    /** Valid name of a Data Package: lower-case letters, digits, dots, underscores and hyphens. */
    private static String name(Path folder) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString().toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return name.isEmpty() ? "dataset" : name;
    }
}
