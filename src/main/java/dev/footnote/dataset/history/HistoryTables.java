package dev.footnote.dataset.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.database.Database;
import dev.footnote.database.JdbcOperations;
import dev.footnote.database.KnownSchema;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.scalar.Sha256;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

/**
 * The tables that keep earlier versions of rows, and the views that show the records as they were known. They are made from the
 * tables that are there, so that a new entity type or a new column needs nothing by hand.
 */
@Singleton
public class HistoryTables {

    private static final int BEFORE_IMPORTS = 1;
    /** The SQL state of PostgreSQL for a missing right. */
    private static final String FORBIDDEN = "42501";
    private static final Logger LOG = Logger.getLogger(HistoryTables.class);
    private static final String TEXT = "character varying";

    private final Database database;
    private final Metamodel metamodel;
    private final List<KnownViews> others;
    private Map<String, List<String>> columns = Map.of();

    HistoryTables(Database database, Metamodel metamodel, @All List<KnownViews> others) {
        this.database = database;
        this.metamodel = metamodel;
        this.others = others;
    }

    void start(@Observes @Priority(BEFORE_IMPORTS) StartupEvent event) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            // servers that start at the same time take turns
            Optional<String> lock = database.dialect().lock("dataset");
            if (lock.isPresent()) {
                JdbcOperations.execute(connection, lock.get());
            }
            create(connection);
            connection.commit();
        }
    }

    /**
     * The history for a writer, who alone writes.
     *
     * @param first whether the database holds no dataset, so that nothing is replaced
     */
    public History next(Connection connection, boolean first) throws SQLException {
        int number = first ? 0
                : JdbcOperations.first(connection, "SELECT COALESCE(MAX(id), 0) + 1 FROM edit", row -> row.getInt(1))
                        .orElseThrow();
        return new History(connection, number, columns);
    }

    private void create(Connection connection) throws SQLException {
        String tables = JdbcOperations.first(connection, "SELECT CURRENT_SCHEMA", row -> row.getString(1)).orElseThrow();
        Map<String, Map<String, String>> there = columns(connection, tables);
        Map<String, List<String>> kept = new LinkedHashMap<>();
        List<String> statements = new ArrayList<>();
        Map<String, String> views = new LinkedHashMap<>();
        for (EntityType entityType : metamodel.entityTypes()) {
            if (entityType.resource() != null) {
                String table = entityType.table();
                List<String> names = there.get(table).keySet().stream().filter(name -> !name.equals(History.FROM)).toList();
                kept.put(table, names);
                statements.addAll(missing(table, there));
                views.put(table, view(table, names, quoted(tables)));
            }
        }
        for (String statement : statements) {
            JdbcOperations.execute(connection, statement);
        }
        String known = quoted(KnownSchema.name(tables));
        for (EntityType entityType : metamodel.entityTypes()) {
            SupersededRows.select(entityType, known + ".").ifPresent(sql -> views.put(entityType.supersededTable(), sql));
        }
        others.forEach(other -> views.putAll(other.queries(quoted(tables) + ".", KnownSchema.number(database.dialect()))));
        replaceIfPermitted(connection, known, views);
        columns = Map.copyOf(kept);
    }

    /** A user of the database who may not create a schema can do all but ask for the past. */
    private static void replaceIfPermitted(Connection connection, String known, Map<String, String> views)
            throws SQLException {
        Savepoint tablesMade = connection.setSavepoint();
        try {
            replace(connection, known, views);
        } catch (SQLException e) {
            if (!FORBIDDEN.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(tablesMade);
            LOG.warnf("@knownAt cannot be answered: %s. Grant the user of the database the right CREATE on the database.",
                    e.getMessage());
        }
    }

    /** The tables with their columns and types, in lower case, with the columns in their order. */
    private static Map<String, Map<String, String>> columns(Connection connection, String schema) throws SQLException {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        JdbcOperations.read(connection, """
                SELECT LOWER(table_name), LOWER(column_name), LOWER(data_type)
                FROM information_schema.columns
                WHERE table_schema = ?
                ORDER BY table_name, ordinal_position""", row -> columns
                .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>()).put(row.getString(2), row.getString(3)),
                schema);
        return columns;
    }

    /** Statements that make what a table lacks. */
    private List<String> missing(String table, Map<String, Map<String, String>> there) {
        List<String> statements = new ArrayList<>();
        String history = History.table(table);
        if (!there.get(table).containsKey(History.FROM)) {
            statements.add("ALTER TABLE %s ADD COLUMN %s INTEGER DEFAULT 0 NOT NULL".formatted(table, History.FROM));
        }
        if (!there.containsKey(history)) {
            statements.add("CREATE TABLE %s AS SELECT t.*, CAST(0 AS INTEGER) AS %s FROM %s t WHERE 1 = 0".formatted(history,
                    History.TO, table));
            there.get(table).keySet().stream().filter(HistoryTables::isKey).forEach(column -> statements
                    .add("CREATE INDEX %1$s_%2$s_idx ON %1$s (%2$s)".formatted(history, column)));
            return statements;
        }
        there.get(table).forEach((column, type) -> {
            if (!there.get(history).containsKey(column)) {
                statements.add("ALTER TABLE %s ADD COLUMN %s %s".formatted(history, column,
                        type.equals(TEXT) ? database.dialect().text() : type));
            }
        });
        return statements;
    }

    private static boolean isKey(String column) {
        return column.equals("id") || column.equals("slug") || column.endsWith("_id");
    }

    private String view(String table, List<String> names, String tables) {
        return """
                SELECT %1$s
                FROM %2$s.%3$s
                WHERE %5$s <= %7$s
                UNION ALL
                SELECT %1$s
                FROM %2$s.%4$s
                WHERE %5$s <= %7$s
                AND %6$s > %7$s""".formatted(String.join(", ", names), tables, table, History.table(table), History.FROM,
                History.TO, KnownSchema.number(database.dialect()));
    }

    /** Replaces the views, unless they are as they should be. */
    private static void replace(Connection connection, String known, Map<String, String> views) throws SQLException {
        String hash = Sha256.of(views.toString());
        JdbcOperations.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + known);
        boolean made = JdbcOperations.exists(connection, """
                SELECT 1
                FROM information_schema.tables
                WHERE table_schema = ?
                AND table_name = ?""", known.replace("\"", ""), "v" + hash);
        if (made) {
            return;
        }
        JdbcOperations.execute(connection, "DROP SCHEMA " + known + " CASCADE");
        JdbcOperations.execute(connection, "CREATE SCHEMA " + known);
        for (Map.Entry<String, String> view : views.entrySet()) {
            JdbcOperations.execute(connection, "CREATE VIEW " + known + "." + view.getKey() + " AS " + view.getValue());
        }
        // tells the next start which views there are
        JdbcOperations.execute(connection, "CREATE VIEW " + known + ".\"v" + hash + "\" AS SELECT 1 AS made");
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
