package dev.footnote.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables and functions that our migrations make in an H2, by what these say. All others belong to somebody else. */
final class OwnTables {

    private static final Pattern MADE = Pattern.compile("^CREATE (TABLE|ALIAS) (?:IF NOT EXISTS )?(\\w+)", Pattern.MULTILINE);
    private static final List<String> FOLDERS = List.of("db/migration/", "db/h2/");
    private static final String HISTORY = "\"flyway_schema_history\"";

    private final Map<String, String> migrations = new HashMap<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();

    OwnTables(FluentConfiguration configuration) {
        for (MigrationInfo migration : configuration.load().info().all()) {
            if (migration.getState().isResolved() && migration.getVersion() != null) {
                migrations.put(migration.getVersion().toString(), migration.getDescription());
                read(migration.getScript());
            }
        }
    }

    private void read(String script) {
        // Quarkus names a script with its folder, and Flyway by itself without
        String file = script.substring(script.lastIndexOf('/') + 1);
        FOLDERS.stream().map(folder -> folder + file).flatMap(OwnTables::text).forEach(text -> {
            Matcher made = MADE.matcher(text);
            while (made.find()) {
                (made.group(1).equals("TABLE") ? tables : functions).add(made.group(2).toUpperCase(Locale.ROOT));
            }
        });
    }

    private static Stream<String> text(String resource) {
        try (InputStream in = OwnTables.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Stream.empty() : Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every migration that the history tells of is ours; the row that the history itself was made by is of nobody. */
    boolean told(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT \"version\", \"description\" FROM " + HISTORY + " WHERE \"installed_rank\" > 0")) {
            while (rows.next()) {
                if (!rows.getString(2).equals(migrations.get(String.valueOf(rows.getString(1))))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether there are none but ours, of which a step that was killed has made the first ones. */
    boolean alone(Connection connection) throws SQLException {
        Set<String> there = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT table_name
                        FROM information_schema.tables
                        WHERE table_schema = 'PUBLIC'
                        AND table_name <> 'flyway_schema_history'""")) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        return tables.stream().limit(there.size()).allMatch(there::contains);
    }

    /** The statements that take away what is ours; the history stays, empty, because others' tables may lie beside it. */
    List<String> clearing() {
        List<String> statements = new ArrayList<>();
        // all at once, because they refer to each other; not what refers to them from outside
        statements.add("DROP TABLE IF EXISTS " + String.join(", ", tables) + " RESTRICT");
        functions.forEach(function -> statements.add("DROP ALIAS IF EXISTS " + function));
        statements.add("DELETE FROM " + HISTORY);
        return statements;
    }
}
