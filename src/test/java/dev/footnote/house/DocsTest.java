package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.Door;
import dev.footnote.edit.Editor;
import dev.footnote.edit.EventStreamClient;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The examples in the documents work; those that change something are sent with an API key. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class DocsTest {

    private static final Pattern BLOCK = Pattern.compile("```graphql\\R(.*?)```", Pattern.DOTALL);
    private static final Path EXAMPLES = Path.of("src/main/resources/META-INF/resources/examples");

    @Test
    void every_query_in_the_documents_is_valid_and_answered() throws IOException {
        Map<String, String> questions = new LinkedHashMap<>();
        for (Path page : pages()) {
            List<MatchResult> blocks = BLOCK.matcher(Files.readString(page)).results().toList();
            for (int i = 0; i < blocks.size(); i++) {
                questions.put(page + ", block " + (i + 1), blocks.get(i).group(1));
            }
        }
        assertThat(questions).hasSizeGreaterThan(5)
                .allSatisfy((place, question) -> answered(place, question, Map.of()));
    }

    @Test
    void every_example_on_the_page_is_answered() throws IOException {
        examples(EXAMPLES);
        examples(EXAMPLES.resolve("editing"));
    }

    private static void examples(Path folder) throws IOException {
        JsonNode index = Door.tree(Files.readString(folder.resolve("index.json")));
        assertThat(index).hasSizeGreaterThan(1);
        for (JsonNode example : index) {
            String file = example.get("query").asText();
            answered(file, Files.readString(folder.resolve(file)), variables(example.get("variables")));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".graphql"))).as("every file is in the index")
                    .hasSize(index.size());
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted()).filter(Files::exists).toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(JsonNode variables) {
        return variables == null ? Map.of() : new ObjectMapper().convertValue(variables, Map.class);
    }

    private static void answered(String place, String question, Map<String, Object> variables) {
        String operation = question.replaceAll("(?m)^#.*\\R", "");
        if (operation.startsWith("subscription")) {
            // it fails if the response is none of events
            EventStreamClient.subscribed(question);
            return;
        }
        JsonNode answer = Door.tree(operation.startsWith("mutation")
                ? Editor.send(AllowedCallers.EDITOR, question, variables).asString()
                : Door.ask(question, variables));
        assertThat(answer.has("errors")).as(place + "\n" + question + "\n" + answer).isFalse();
        assertThat(answer.get("data")).as(place).isNotEmpty();
    }
}
