package dev.footnote.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The tables and functions that our migrations create in H2, as listed in the migration scripts. All others belong to someone
 * else.
 */
final class MigrationObjects {

    private static final Pattern CREATED = Pattern.compile("^CREATE (TABLE|ALIAS) (?:IF NOT EXISTS )?(\\w+)",
            Pattern.MULTILINE);
    private static final List<String> FOLDERS = List.of("db/migration/", "db/h2/");
    private static final String HISTORY = "\"flyway_schema_history\"";

    private final MigrationInfo[] migrations;
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();

    MigrationObjects(FluentConfiguration configuration) {
        migrations = configuration.load().info().all();
        for (MigrationInfo migration : migrations) {
            if (migration.getState().isResolved() && migration.getVersion() != null) {
                read(migration.getScript());
            }
        }
    }

    private void read(String script) {
        // Quarkus names a script with its folder, Flyway alone without it
        String file = script.substring(script.lastIndexOf('/') + 1);
        FOLDERS.stream().map(folder -> folder + file).flatMap(MigrationObjects::text).forEach(text -> {
            Matcher created = CREATED.matcher(text);
            while (created.find()) {
                (created.group(1).equals("TABLE") ? tables : functions).add(created.group(2).toUpperCase(Locale.ROOT));
            }
        });
    }

    private static Stream<String> text(String resource) {
        try (InputStream in = MigrationObjects.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Stream.empty() : Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether every migration in the history is ours, and unchanged. The row for the creation of the history is not counted.
     */
    boolean isHistoryOurs() {
        return Stream.of(migrations).filter(migration -> migration.isApplied() && migration.getInstalledRank() > 0)
                .allMatch(migration -> migration.getState().isResolved() && migration.isDescriptionMatching()
                        && migration.isChecksumMatching());
    }

    /** Whether all tables are ours. A killed migration has created only the first ones. */
    boolean areTablesOurs(Connection connection) throws SQLException {
        List<String> existing = JdbcOperations.list(connection, """
                SELECT table_name
                FROM information_schema.tables
                WHERE table_schema = 'PUBLIC'
                AND table_name <> 'flyway_schema_history'""", row -> row.getString(1));
        existing.removeAll(histories());
        return tables.stream().limit(existing.size()).allMatch(existing::contains);
    }

    /** The tables that a start makes beside those of the migrations. */
    private List<String> histories() {
        return tables.stream().map(table -> KnownSchema.historyTable(table).toUpperCase(Locale.ROOT)).toList();
    }

    /**
     * The statements that drop our objects. The history table remains, empty, because tables of other owners may exist beside
     * it.
     */
    List<String> dropStatements() {
        List<String> statements = new ArrayList<>();
        // views refer to the tables
        statements.add(KnownSchema.drop("PUBLIC"));
        // all in one statement, because they refer to each other; tables of other owners that refer to them are not dropped
        statements.add("DROP TABLE IF EXISTS " + String.join(", ", tables) + ", " + String.join(", ", histories())
                + " RESTRICT");
        functions.forEach(function -> statements.add("DROP ALIAS IF EXISTS " + function));
        statements.add("DELETE FROM " + HISTORY);
        return statements;
    }
}
