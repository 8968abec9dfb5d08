package dev.footnote.query.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;

/**
 * A file of requests, each with the faults that it is refused for: the document on a line, its variables on one that
 * begins with {@code with}, and each fault with its places, indented. An empty line stands between them.
 */
final class Table {

    private static final String INDENTED = "    ";

    /** What must not reach the sender of a bad request. */
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|@\\[|\\{value=|graphql\\.|java|ANTLR|AST |dev\\.footnote|Validation error|<EOF>|Optional|''|\\{\\d}");

    private final Path file;

    Table(String name) {
        this.file = Path.of("src/test/resources/wording", name);
    }

    /** Compares the whole file with what is answered; leaves what is answered in {@code target} where it differs. */
    void check(Function<Row, List<String>> errors) throws IOException {
        String expected = Files.readString(file);
        String actual = Arrays.stream(expected.strip().split("\n\n")).map(Row::of)
                .map(row -> row.text() + errors.apply(row).stream().map(error -> "\n" + INDENTED + error)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n\n")) + "\n";
        Files.writeString(Path.of("target").resolve(file.getFileName()), actual);
        assertThat(actual).isEqualTo(expected);
        actual.lines().filter(line -> line.startsWith(INDENTED)).map(line -> line.replaceFirst("^ *(\\d+:\\d+ )*", ""))
                .forEach(message -> assertThat(message).matches("[A-Z].*[.?]")
                        .doesNotContainPattern(INSIDES));
    }

    record Row(String document, String variables) {

        private static Row of(String block) {
            List<String> lines = block.lines().filter(line -> !line.startsWith(INDENTED)).toList();
            return new Row(lines.get(0), lines.size() == 1 ? "{}" : lines.get(1).replaceFirst("^with ", ""));
        }

        private String text() {
            return document + (variables.equals("{}") ? "" : "\nwith " + variables);
        }

        /** The document, in which the escapes of a Java text stand for what a line cannot hold. */
        String written() {
            return document.translateEscapes();
        }

        JsonNode given() {
            return Door.tree(variables);
        }
    }
}
