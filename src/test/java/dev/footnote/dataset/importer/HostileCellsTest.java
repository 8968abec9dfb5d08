package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.datapackage.ColumnDependency;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.ValueType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every cell is imported or reported with its place, with the same result on both databases. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class HostileCellsTest {

    private static final Random RANDOM = new Random(7);

    /** What a cell may hold; no two characters in a row are alike, so that no database can make them shorter. */
    private static final List<String> HOSTILE = List.of(letters(2700, 'a', 26), letters(2000, 'a', 26), letters(1000, 'a', 26),
            letters(1001, 'a', 26), letters(900, 0x4e00, 20_000), letters(660, 0x20000, 40_000), letters(3000, 0x4e00, 20_000),
            letters(1_100_000, 'a', 26), letters(500, 'a', 26), "\u0001\u0002", "\ufeff", "\uffff", "\u202e", "\\N", "\\.",
            "\\", "'", "''); DROP TABLE person; --",
            "${text}", "%s %n {0}", "1e400", "-0", "99999999999999999999999999.999999999999", "0.8200000000000001",
            "2147483648", "-2147483648", "0", "0000",
            "0000-01-01", "9999-12-31", "10000", "-0001", "2020-02-30", "line\nbreak\r\nand\ttab", "\u0130", "ß".repeat(600),
            "null", "NaN", "\ud83d\ude00",
            "organization:a", ":", "/", "NULL", " ");

    @Inject
    DatasetImporter importer;

    @Inject
    Metamodel metamodel;

    @TempDir
    Path folder;

    private static String letters(int count, int first, int of) {
        StringBuilder letters = new StringBuilder();
        RANDOM.ints(count, 0, of).forEach(one -> letters.appendCodePoint(first + one));
        return letters.toString();
    }

    @Test
    void a_hostile_cell_in_any_column_is_imported_or_reported_with_its_place() throws IOException {
        for (int i = 0; i < HOSTILE.size(); i++) {
            Map<String, List<List<String>>> files = files(HOSTILE.get(i));
            InvalidDatasetException broken = taken(files, "hostile" + i);
            if (broken != null) {
                for (DatasetProblem problem : broken.found()) {
                    assertThat(problem.line()).as("%s", problem).isPositive();
                    assertThat(problem.column()).as("%s", problem).isPositive();
                    assertThat(problem.message()).as("%s", problem).hasSizeLessThan(1500);
                }
                assertThat(broken.count()).as("all of them are known").isEqualTo(broken.found().size());
                without(files, broken.found());
                InvalidDatasetException again = taken(files, "mended" + i);
                assertThat(again == null ? List.of() : again.problems()).as("lines that no fault was told of").isEmpty();
            }
            assertThat(Door.ask("{ search(text: \"a\") { nodes { name } } people { nodes { name } } }"))
                    .doesNotContain("INTERNAL");
        }
    }

    /** For each column a line of its own in which only that cell is hostile, behind one in which none is. */
    private Map<String, List<List<String>>> files(String hostile) {
        Map<String, List<List<String>>> files = new LinkedHashMap<>();
        for (EntityColumns entityColumns : DatasetReader.allColumns(metamodel)) {
            List<String> headers = entityColumns.headers();
            List<List<String>> lines = new ArrayList<>(List.of(headers, line(entityColumns, "a", null, null)));
            for (int i = 0; i < headers.size(); i++) {
                lines.add(line(entityColumns, "r" + i, headers.get(i), hostile));
            }
            files.put(entityColumns.entityType().resource(), lines);
        }
        List<List<String>> citations = new ArrayList<>(List.of(DatasetReader.CITATIONS));
        for (String header : DatasetReader.CITATIONS) {
            citations.add(DatasetReader.CITATIONS.stream().map(one -> one.equals(header) ? hostile : switch (one) {
                case "subject" -> "organization:a";
                case "source" -> "a";
                case "locator" -> "place " + header;
                default -> "";
            }).toList());
        }
        files.put("citations", citations);
        return files;
    }

    private List<String> line(EntityColumns entityColumns, String id, String at, String hostile) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (TableColumn column : entityColumns.columns()) {
            cells.put(column.header(), isChosen(entityColumns, column.header(), at) ? valid(column, id) : null);
        }
        for (ColumnDependency tie : entityColumns.ties()) {
            if (tie.isLoose(cells::get) && !tie.headers().contains(at)) {
                tie.headers().forEach(header -> cells.put(header, null));
            }
        }
        cells.put("id", id);
        if (entityColumns.entityType().cited()) {
            cells.put("source", "a");
            cells.put("locator", "here");
        }
        if (at != null) {
            cells.put(at, hostile);
        }
        return entityColumns.headers().stream().map(header -> cells.getOrDefault(header, "")).toList();
    }

    /** Of columns that exclude each other, the one that is asked about or the first. */
    private static boolean isChosen(EntityColumns entityColumns, String header, String at) {
        return entityColumns.entityType().exactlyOne().stream().filter(group -> group.contains(header))
                .allMatch(group -> header.equals(at != null && group.contains(at) ? at : group.get(0)));
    }

    private static String valid(TableColumn column, String id) {
        if (column.target() != null) {
            return "a";
        }
        if (column.value().type() instanceof GraphQLEnumType enumeration) {
            return enumeration.getValues().get(0).getName();
        }
        return switch (((GraphQLNamedType) column.value().type()).getName()) {
            case "PartialDate" -> "2020";
            case "Decimal", "Int" -> "1";
            case "Boolean" -> "true";
            case "CurrencyCode" -> "CNY";
            case "CountryCode" -> "CN";
            case "LanguageTag" -> "en";
            case "URL" -> "https://example.org/";
            default -> column.value().domain() == ValueType.TEXT ? "v" + id : "1";
        };
    }

    /** @return null when it was imported */
    private InvalidDatasetException taken(Map<String, List<List<String>>> files, String name) throws IOException {
        Path dataset = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, List<List<String>>> file : files.entrySet()) {
            StringBuilder text = new StringBuilder();
            for (List<String> line : file.getValue()) {
                text.append(String.join(",", line.stream().map(HostileCellsTest::quoted).toList())).append("\n");
            }
            Files.writeString(dataset.resolve(file.getKey() + ".csv"), text, StandardCharsets.UTF_8);
        }
        try {
            importer.take(dataset, ProgressListener.NONE);
            return null;
        } catch (InvalidDatasetException broken) {
            return broken;
        }
    }

    private static String quoted(String cell) {
        return cell == null || cell.isEmpty() ? "" : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** Takes out the lines that something is wrong with. */
    private static void without(Map<String, List<List<String>>> files, List<DatasetProblem> problems) {
        files.forEach((name, lines) -> {
            Set<Integer> wrong = new HashSet<>();
            int at = 1;
            for (int i = 0; i < lines.size(); i++) {
                int line = at;
                if (problems.stream().anyMatch(problem -> problem.file().equals(name + ".csv") && problem.line() == line)) {
                    wrong.add(i);
                }
                at += 1 + lines.get(i).stream().mapToInt(HostileCellsTest::breaks).sum();
            }
            List<List<String>> right = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!wrong.contains(i)) {
                    right.add(lines.get(i));
                }
            }
            files.put(name, right);
        });
    }

    private static int breaks(String cell) {
        return cell == null ? 0 : (int) cell.replace("\r\n", "\n").chars().filter(one -> one == '\n' || one == '\r').count();
    }
}
