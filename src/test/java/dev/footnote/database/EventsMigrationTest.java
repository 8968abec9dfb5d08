package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database that holds milestones and publishers as texts holds events and organizations after the update. */
class EventsMigrationTest {

    private static final String BEFORE = """
            INSERT INTO source (id, slug, kind, title, publisher) VALUES (1, 'a', 'ARTICLE', 'A', 'The Paper');
            INSERT INTO source (id, slug, kind, title, publisher) VALUES (2, 'b', 'ARTICLE', 'B', 'Acme');
            INSERT INTO source (id, slug, kind, title) VALUES (3, 'c', 'ARTICLE', 'C');
            INSERT INTO organization (id, slug, kind, name) VALUES (4, 'acme', 'COMPANY', 'Acme');
            INSERT INTO initiative (id, slug, kind, name) VALUES (1, 'fair', 'EVENT', 'Fair');
            INSERT INTO milestone (id, slug, initiative_id, kind, title) VALUES (7, 'opened', 1, 'LAUNCHED', 'It opens');
            INSERT INTO citation (id, slug, subject_kind, subject_id, source_id, field)
              VALUES (1, 'x', 'milestone', 7, 1, 'title');
            UPDATE revision SET version = 'one'""";

    @Test
    void milestones_become_events_and_publishers_organizations() throws SQLException {
        String url = TestDatabase.empty();
        flyway(url, "14").migrate();
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            for (String sql : BEFORE.split(";\\R")) {
                statement.execute(sql);
            }
            flyway(url, "latest").migrate();
            assertThat(rows(statement, "SELECT slug, kind, name, initiative_id FROM event"))
                    .containsExactly("opened LAUNCH It opens 1");
            assertThat(rows(statement, "SELECT subject_kind, subject_id, field FROM citation WHERE field IS NOT NULL"))
                    .containsExactly("event 7 name");
            assertThat(rows(statement, """
                    SELECT s.slug, o.slug, o.name
                    FROM source s
                    LEFT JOIN organization o ON o.id = s.publisher_id
                    ORDER BY s.id""")).containsExactly("a publisher/The Paper The Paper", "b acme Acme", "c null null");
            assertThat(rows(statement, "SELECT c.source_id FROM citation c JOIN organization o ON o.id = c.subject_id"
                    + " WHERE c.subject_kind = 'organization' AND o.name = 'The Paper'")).containsExactly("1");
            assertThat(rows(statement, "SELECT kind FROM initiative")).containsExactly("OTHER");
            assertThat(rows(statement, "SELECT version FROM revision")).doesNotContain("one");
        }
    }

    private static Flyway flyway(String url, String target) {
        boolean h2 = url.startsWith("jdbc:h2");
        return Flyway.configure().dataSource(url, null, null)
                .locations("classpath:db/migration", "classpath:db/" + (h2 ? "h2" : "postgresql"))
                .placeholders(Map.of("text", h2 ? "VARCHAR" : "VARCHAR COLLATE \"C\"")).target(target).load();
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(result.getString(i));
                }
                rows.add(String.join(" ", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
