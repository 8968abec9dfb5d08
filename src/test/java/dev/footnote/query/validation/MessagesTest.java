package dev.footnote.query.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** What whoever sends a bad request reads. */
@QuarkusTest
class MessagesTest {

    @Test
    void whoever_sends_no_graphql_reads_what_is_wrong_and_what_to_do() throws IOException {
        new Table("syntax.txt").check(MessagesTest::errors);
    }

    @Test
    void whoever_gives_a_wrong_value_reads_what_is_wrong_and_what_to_do() throws IOException {
        new Table("values.txt").check(MessagesTest::errors);
    }

    private static List<String> errors(Table.Row row) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("query", row.written());
        request.put("variables", row.given());
        List<String> errors = new ArrayList<>();
        JsonNode answer = Door.tree(Door.post(Door.text(request)));
        answer.path("errors").forEach(error -> {
            StringBuilder line = new StringBuilder();
            error.path("locations").forEach(place -> line.append(place.get("line")).append(":").append(place.get("column"))
                    .append(" "));
            errors.add(line + error.get("message").asText());
        });
        return errors;
    }
}
