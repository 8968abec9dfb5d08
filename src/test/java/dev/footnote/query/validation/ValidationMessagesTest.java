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

/** The error messages for invalid requests. */
@QuarkusTest
class ValidationMessagesTest {

    @Test
    void syntax_errors_state_cause_and_solution() throws IOException {
        new Table("syntax.txt").check(ValidationMessagesTest::errors);
    }

    @Test
    void value_errors_state_cause_and_solution() throws IOException {
        new Table("values.txt").check(ValidationMessagesTest::errors);
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
