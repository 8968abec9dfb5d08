package dev.footnote.dataset.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;
import dev.footnote.database.KnownSchema;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

/**
 * The tables that keep earlier versions of rows, and the views that show the records as they were known. They are made from the
 * tables that are there, so that a new entity type or a new column needs nothing by hand.
 */
@Singleton
public class HistoryTables {

    private static final int BEFORE_IMPORTS = 1;

    private static final String VIEW_OF_H2 = """
            SELECT %1$s
            FROM %2$s.%3$s
            WHERE %5$s <= %7$s
            UNION ALL
            SELECT %1$s
            FROM %2$s.%4$s
            WHERE %5$s <= %7$s
            AND %6$s > %7$s""";

    /** The conditions are outside of the union, because PostgreSQL joins by an index of its parts only if they have none. */
    private static final String VIEW_OF_POSTGRESQL = """
            SELECT %1$s
            FROM (
              SELECT %1$s, %5$s, 2147483647 AS %6$s
              FROM %2$s.%3$s
              UNION ALL
              SELECT %1$s, %5$s, %6$s
              FROM %2$s.%4$s) v
            WHERE %5$s <= %7$s
            AND %6$s > %7$s""";

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

    /**
     * Deletes the rows that only the dataset before an edit has, which begins the history from then on.
     *
     * @param edit the number of the first edit after which the dataset can be asked for
     */
    public void forget(Connection connection, int edit) throws SQLException {
        for (String table : columns.keySet()) {
            JdbcOperations.execute(connection, "DELETE FROM %s WHERE %s <= ?".formatted(History.table(table), History.TO),
                    edit);
        }
        JdbcOperations.execute(connection, "UPDATE history_start SET edit_id = ? WHERE edit_id < ?", edit, edit);
    }

    private void create(Connection connection) throws SQLException {
        String schema = JdbcOperations.first(connection, "SELECT CURRENT_SCHEMA", row -> row.getString(1)).orElseThrow();
        TableColumns there = TableColumns.read(connection, database.dialect(), schema);
        Map<String, List<String>> kept = new LinkedHashMap<>();
        Map<String, String> views = new LinkedHashMap<>();
        boolean isWhole = JdbcOperations.exists(connection, "SELECT 1 FROM history_start");
        for (EntityType entityType : metamodel.entityTypes()) {
            if (isKept(entityType)) {
                String table = entityType.table();
                List<String> names = there.of(table).keySet().stream().filter(name -> !name.equals(History.FROM)).toList();
                kept.put(table, names);
                isWhole &= there.has(History.table(table)) || isEmpty(connection, table);
                for (String statement : missing(table, there)) {
                    JdbcOperations.execute(connection, statement);
                }
                views.put(table, view(table, names, ViewSchema.quoted(schema)));
            }
        }
        if (!isWhole) {
            begin(connection);
        }
        addOthers(views, schema);
        new ViewSchema(connection, KnownSchema.name(schema)).replaceIfPermitted(views);
        columns = Map.copyOf(kept);
    }

    /** Adds the views of what has no history of its own. */
    private void addOthers(Map<String, String> views, String schema) {
        for (EntityType entityType : metamodel.entityTypes()) {
            SupersededRows.select(entityType, ViewSchema.quoted(KnownSchema.name(schema)) + ".")
                    .ifPresent(sql -> views.put(entityType.supersededTable(), sql));
        }
        others.forEach(
                other -> views.putAll(other.queries(ViewSchema.quoted(schema) + ".", KnownSchema.number(database.dialect()))));
    }

    /** Whether earlier rows are kept: of the records of files, and of a single row such as the description of the dataset. */
    private boolean isKept(EntityType entityType) {
        return entityType.resource() != null || metamodel.roots().stream()
                .anyMatch(field -> field instanceof QueryField.Singleton only && only.entityType() == entityType);
    }

    private static boolean isEmpty(Connection connection, String table) throws SQLException {
        return !JdbcOperations.exists(connection, "SELECT 1 FROM " + table + " LIMIT 1");
    }

    /** Begins the history with the present, because there is no knowing what it was before. */
    private static void begin(Connection connection) throws SQLException {
        JdbcOperations.execute(connection, "DELETE FROM history_start");
        JdbcOperations.execute(connection, "INSERT INTO history_start (edit_id) SELECT COALESCE(MAX(id), 0) FROM edit");
    }

    /** Statements that make what a table lacks. */
    private static List<String> missing(String table, TableColumns there) {
        List<String> statements = new ArrayList<>();
        String history = History.table(table);
        if (!there.of(table).containsKey(History.FROM)) {
            statements.add("ALTER TABLE %s ADD COLUMN %s INTEGER DEFAULT 0 NOT NULL".formatted(table, History.FROM));
        }
        if (!there.has(history)) {
            statements.add("CREATE TABLE %s AS SELECT t.*, CAST(0 AS INTEGER) AS %s FROM %s t WHERE 1 = 0".formatted(history,
                    History.TO, table));
            there.of(table).keySet().stream().filter(HistoryTables::isKey).forEach(column -> statements
                    .add("CREATE INDEX %1$s_%2$s_idx ON %1$s (%2$s)".formatted(history, column)));
            return statements;
        }
        there.of(table).forEach((column, type) -> {
            if (!there.of(history).containsKey(column)) {
                statements.add("ALTER TABLE %s ADD COLUMN %s %s".formatted(history, column, type));
            }
        });
        return statements;
    }

    private static boolean isKey(String column) {
        return column.equals("id") || column.equals("slug") || column.endsWith("_id");
    }

    private String view(String table, List<String> names, String tables) {
        return (database.dialect() == Dialect.H2 ? VIEW_OF_H2 : VIEW_OF_POSTGRESQL).formatted(String.join(", ", names), tables,
                table, History.table(table), History.FROM, History.TO, KnownSchema.number(database.dialect()));
    }
}
