package dev.footnote.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The dataset that ships and, beside it, the names in {@code search/names.csv}. */
final class Named {

    private static final Path SHIPPED = Path.of("src/main/resources/dataset");
    private static final String SOURCE = "whu-xiaomi-joint-laboratory";
    private static final Map<String, String> FILES = Map.of("organization", "organizations", "person", "people", "initiative",
            "initiatives");

    static final Path DATASET = folder();

    private Named() {
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("named-dataset");
            try (Stream<Path> files = Files.list(SHIPPED)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            for (NamedCsvRecord line : lines("names")) {
                add(folder, line.getField("record"), line.getField("name"), line.getField("also"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file of names or of spellings. */
    static List<NamedCsvRecord> lines(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(Path.of("src/test/resources/search", file + ".csv"))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Path folder, String record, String name, String also) throws IOException {
        String kind = record.substring(0, record.indexOf(':'));
        String slug = record.substring(record.indexOf(':') + 1);
        if (!name.isEmpty()) {
            append(folder, FILES.get(kind), cells(kind, slug, name));
        }
        for (String other : also.isEmpty() ? new String[0] : also.split("\\|")) {
            append(folder, "names", Map.of("id", slug + " is " + other, kind, slug, "text", other, "kind", "alias"));
        }
    }

    /** An organization is a laboratory in Trondheim, so that it is found by its kind and its place as well. */
    private static Map<String, String> cells(String kind, String slug, String name) {
        return kind.equals("organization")
                ? Map.of("id", slug, "kind", "laboratory", "name", name, "country", "NO", "city", "Trondheim")
                : Map.of("id", slug, "kind", "other", "name", name);
    }

    /** Appends a record in the columns that the file has. */
    private static void append(Path folder, String resource, Map<String, String> cells) throws IOException {
        Path file = folder.resolve(resource + ".csv");
        String head = Files.readString(file).lines().findFirst().orElseThrow();
        String line = Stream.of(head.split(","))
                .map(column -> column.equals("source") ? SOURCE : quoted(cells.getOrDefault(column, "")))
                .collect(Collectors.joining(","));
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
