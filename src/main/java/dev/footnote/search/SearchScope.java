package dev.footnote.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

import dev.footnote.database.JdbcOperations;
import dev.footnote.database.KnownSchema;
import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.metamodel.AlternativeNames;

/** The records whose keys an edit may change. */
final class SearchScope {

    private SearchScope() {
    }

    /** Condition that a column has one of the keys in an array, the only parameter; empty for no scope. */
    static String of(String column, boolean isScoped) {
        // H2 looks up each key by an index if the keys are an array, and reads the whole table if they are a query
        return isScoped ? "AND " + column + " = ANY(?)\n" : "";
    }

    /** The keys of the changed records of a type, and of those to which a changed name belongs or belonged. */
    static Integer[] subjects(Connection connection, SearchType type, ChangedRecords changed) throws SQLException {
        Set<Integer> subjects = new HashSet<>(changed.of(type.table()));
        if (type.entityType().alias() != null) {
            subjects.addAll(bearers(connection, type, changed));
        }
        return subjects.toArray(Integer[]::new);
    }

    private static Set<Integer> bearers(Connection connection, SearchType type, ChangedRecords changed) throws SQLException {
        AlternativeNames alias = type.entityType().alias();
        String table = type.entityType().target(alias.names().target()).table();
        if (changed.of(table).isEmpty()) {
            return Set.of();
        }
        Array names = connection.createArrayOf("integer", changed.of(table).toArray());
        return Set.copyOf(JdbcOperations.list(connection, """
                SELECT n.%1$s FROM %2$s n WHERE n.id = ANY(?) AND n.%1$s IS NOT NULL
                UNION
                SELECT n.%1$s FROM %3$s n WHERE n.id = ANY(?) AND n.%1$s IS NOT NULL""".formatted(alias.names().column(), table,
                KnownSchema.historyTable(table)), row -> row.getInt(1), names, names));
    }
}
