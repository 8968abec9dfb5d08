package dev.footnote.http.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import io.restassured.response.Response;

/** An HTTP client of exports. */
final class Exported {

    private Exported() {
    }

    static Response post(String suffix, String document, Map<String, Object> variables) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("query", document);
        request.put("variables", variables);
        return given().contentType("application/json; charset=utf-8").body(Door.text(request)).post("/graphql" + suffix);
    }

    static List<String> lines(String document, Map<String, Object> variables) {
        String body = text(post(".ndjson", document, variables));
        return body.lines().map(Door::plain).toList();
    }

    /** The lines of cells, the headers first; what is unknown and what is empty are the same here. */
    static List<List<String>> cells(String document, Map<String, Object> variables) {
        String body = text(post(".csv", document, variables));
        assertThat(body).as(document).endsWith("\r\n");
        List<List<String>> cells = new ArrayList<>();
        CsvReader.builder().ofCsvRecord(body).forEach(line -> cells.add(line.getFields()));
        return cells;
    }

    private static String text(Response response) {
        String body = new String(response.asByteArray(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        return body;
    }

    static JsonNode refused(String suffix, String document) {
        Response response = post(suffix, document, Map.of());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/graphql-response+json");
        return Door.tree(response.asString()).at("/errors/0");
    }

    /**
     * Puts so many people into the database, beside those of the dataset; those of the last time stay where they are as many.
     */
    static void people(Database database, int number) throws SQLException {
        if (people(database) == number) {
            return;
        }
        write(database, "DELETE FROM person WHERE id > 1000000");
        String numbers = database.dialect() == Dialect.H2 ? "SYSTEM_RANGE(1, %d)" : "generate_series(1, %d)";
        write(database,
                "INSERT INTO person (id, slug, name, summary) SELECT 1000000 + x, CAST(x AS VARCHAR), 'somebody ' || x, '"
                        + "before ".repeat(40) + "' FROM " + numbers.formatted(number) + " AS n(x)");
    }

    private static int people(Database database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM person WHERE id > 1000000")) {
            count.next();
            return count.getInt(1);
        }
    }

    static void write(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
