package dev.footnote.search;

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
        Set<Integer> bearers = new HashSet<>();
        for (Integer name : changed.of(table)) {
            JdbcOperations.read(connection, """
                    SELECT n.%1$s FROM %2$s n WHERE n.id = ? AND n.%1$s IS NOT NULL
                    UNION
                    SELECT n.%1$s FROM %3$s n WHERE n.id = ? AND n.%1$s IS NOT NULL""".formatted(alias.names().column(), table,
                    KnownSchema.historyTable(table)), row -> bearers.add(row.getInt(1)), name, name);
        }
        return bearers;
    }
}
