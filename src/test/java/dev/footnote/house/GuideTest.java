package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Each query of the guide returns the result that the guide prints. */
@QuarkusTest
class GuideTest {

    private static final Pattern PAIR = Pattern.compile("```graphql\\R(.*?)```\\R+(?:```json\\R(.*?)```)?", Pattern.DOTALL);

    @Test
    void every_query_of_the_guide_returns_the_printed_result() throws IOException {
        List<MatchResult> pairs = PAIR.matcher(Files.readString(Path.of("docs/guide.md"))).results().toList();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(10);
        for (MatchResult pair : pairs) {
            assertThat(pair.group(2)).as("the answer to" + pair.group(1)).isNotNull();
            assertThat(Door.tree(Door.ask(pair.group(1))).toPrettyString())
                    .isEqualTo(Door.tree("{\"data\": " + pair.group(2) + "}").toPrettyString());
        }
    }
}
