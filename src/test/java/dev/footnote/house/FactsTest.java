package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The shipped dataset matches its sources and models them correctly. */
class FactsTest {

    private static final Path FOLDER = Path.of("src/main/resources/dataset");
    private static final String LOCATOR = "title|byline|footer|(paragraph|caption|subheading) \\d+";

    @Test
    void a_locator_is_a_paragraph_or_a_named_place_and_no_link_to_another_article() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                for (NamedCsvRecord line : lines(file)) {
                    line.findField("locator").ifPresent(locator -> assertThat(locator).as(line.toString()).matches(LOCATOR));
                    assertThat(line.findField("quote").orElse("")).isEmpty();
                }
            }
        }
    }

    @Test
    void only_the_president_of_xiaomi_is_contested() throws IOException {
        Set<String> contested = lines("affiliations").stream().filter(line -> !stance(line).isEmpty())
                .map(line -> line.getField("organization") + " " + line.getField("title")).collect(Collectors.toSet());
        assertThat(contested).containsExactly("xiaomi Xiaomi President");
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(one -> !one.endsWith("affiliations.csv") && one.toString().endsWith(".csv"))
                    .toList()) {
                assertThat(lines(file)).allSatisfy(line -> assertThat(stance(line)).as(line.toString()).isEmpty());
            }
        }
    }

    private static String stance(NamedCsvRecord line) {
        return line.findField("stance").orElse("");
    }

    @Test
    void news_outlets_publish_and_take_no_part() {
        Map<String, String> kinds = lines("organizations").stream()
                .collect(Collectors.toMap(line -> line.getField("id"), line -> line.getField("kind")));
        assertThat(lines("participations")).isNotEmpty()
                .allSatisfy(part -> assertThat(kinds.get(part.getField("organization"))).isNotEqualTo("media"));
        assertThat(lines("sources")).filteredOn(source -> !source.getField("publisher").isEmpty()).hasSize(3)
                .allSatisfy(source -> assertThat(kinds).containsKey(source.getField("publisher")));
    }

    @Test
    void nothing_is_an_initiative_and_an_event_or_a_product_or_an_organization_at_once() {
        List<String> names = Stream.of("initiatives", "events", "products", "organizations")
                .flatMap(resource -> lines(resource).stream()).map(line -> line.getField("name").toLowerCase()).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(80);
    }

    @Test
    void every_topic_is_that_of_something() {
        Set<String> used = Stream.of("initiative_topics", "event_topics").flatMap(resource -> lines(resource).stream())
                .map(line -> line.getField("topic")).collect(Collectors.toSet());
        assertThat(lines("topics")).allSatisfy(topic -> assertThat(used).contains(topic.getField("id")));
    }

    private static List<NamedCsvRecord> lines(String resource) {
        return lines(FOLDER.resolve(resource + ".csv"));
    }

    private static List<NamedCsvRecord> lines(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
