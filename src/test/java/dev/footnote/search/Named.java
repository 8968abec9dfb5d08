package dev.footnote.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTestProfile;

/** Starts the application with the dataset that ships with it and, beside it, the names in {@code search/names.csv}. */
public class Named implements QuarkusTestProfile {

    private static final Path SHIPPED = Path.of("src/main/resources/dataset");
    private static final String SOURCE = "whu-xiaomi-joint-laboratory";
    /** By kind of record, its file and its line with places for id, name and source. */
    private static final Map<String, String[]> FILES = Map.of(
            "organization", new String[] { "organizations", "%s,laboratory,%s,NO,Trondheim,,,,,%s,," },
            "person", new String[] { "people", "%s,%s,,,%s,," },
            "initiative", new String[] { "initiatives", "%s,other,%s,,,,,,,,,,%s,," });

    @Override
    public Map<String, String> getConfigOverrides() {
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
            return Map.of("footnote.dataset", folder.toString());
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
            append(folder, FILES.get(kind)[0], FILES.get(kind)[1].formatted(slug, quoted(name), SOURCE));
        }
        List<String> cells = new ArrayList<>();
        for (String other : also.isEmpty() ? new String[0] : also.split("\\|")) {
            cells.clear();
            for (String owner : List.of("organization", "person", "initiative")) {
                cells.add(owner.equals(kind) ? slug : "");
            }
            append(folder, "names", "%s,%s,%s,,alias,%s,,,".formatted(quoted(slug + " is " + other), String.join(",", cells),
                    quoted(other), SOURCE));
        }
    }

    private static void append(Path folder, String file, String line) throws IOException {
        Files.writeString(folder.resolve(file + ".csv"), line + "\n", StandardOpenOption.APPEND);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
