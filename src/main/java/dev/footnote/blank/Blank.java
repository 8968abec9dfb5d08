package dev.footnote.blank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.affiliation.AffiliationApi;
import dev.footnote.event.EventApi;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Noun;
import dev.footnote.initiative.InitiativeApi;
import dev.footnote.naming.NameApi;
import dev.footnote.organization.OrganizationApi;
import dev.footnote.participation.ParticipationApi;
import dev.footnote.person.PersonApi;
import dev.footnote.product.ProductApi;
import dev.footnote.report.ReportApi;
import dev.footnote.source.Citation;
import dev.footnote.source.SourceApi;

/** A new dataset: whole, so that it can be checked and served at once, and as small as it can be. */
public final class Blank {

    private static final String README = "README.md";

    private static final Map<String, Map<String, String>> EXAMPLES = Map.of(
            "sources", Map.of("id", "example-report", "kind", "report", "title", "Example annual report",
                    "url", "https://example.org/report", "publisher", "example-organization", "published", "2025-03",
                    "language", "en"),
            "organizations", Map.of("id", "example-organization", "kind", "company", "name", "Example Organization",
                    "country", "CH", "founded", "1998", "source", "example-report", "locator", "page 2"),
            "people", Map.of("id", "ada-example", "name", "Ada Example", "summary", "Founder of the Example Organization.",
                    "source", "example-report", "locator", "page 7"));

    private final Collection<Noun> nouns = new Graph(List.of(new SourceApi(), new OrganizationApi(), new PersonApi(),
            new AffiliationApi(), new InitiativeApi(), new EventApi(), new ProductApi(), new ParticipationApi(),
            new ReportApi(),
            new NameApi())).nouns().stream()
            .filter(noun -> noun.resource() != null).toList();

    /**
     * Writes it.
     *
     * @throws IllegalArgumentException with a sentence when something is there already
     */
    public void write(Path folder) throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IllegalArgumentException(
                    folder + " is there already, and not empty. Name another folder; nothing is overwritten.");
        }
        Files.createDirectories(folder);
        for (Noun noun : nouns) {
            Files.writeString(folder.resolve(file(noun)), lines(noun));
        }
        Files.writeString(folder.resolve(README), new Page(nouns).text());
        Files.writeString(folder.resolve(Descriptor.FILE), descriptor(folder));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** The names of its resources. */
    List<String> resources() {
        return nouns.stream().map(Noun::resource).toList();
    }

    static String file(Noun noun) {
        return noun.resource() + ".csv";
    }

    static List<String> headers(Noun noun) {
        return noun.entity() == Citation.class ? Contents.CITATIONS : new Carrier(noun).headers();
    }

    private static String lines(Noun noun) {
        String head = String.join(",", headers(noun)) + "\n";
        Map<String, String> example = EXAMPLES.get(noun.resource());
        return example == null ? head
                : head + headers(noun).stream().map(header -> example.getOrDefault(header, ""))
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
                nouns.stream().map(noun -> {
                    Map<String, String> resource = new LinkedHashMap<>();
                    resource.put("name", noun.resource());
                    resource.put("path", file(noun));
                    return resource;
                }).toList());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(descriptor) + "\n";
    }

    /** As Data Packages are named: small letters, digits and what joins them. */
    private static String name(Path folder) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString().toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return name.isEmpty() ? "dataset" : name;
    }
}
