package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

/** Constraints and indexes have the names that the first migration promises. */
@QuarkusTest
class SchemaNamesTest {

    private static final String H2_INDEXES = """
            SELECT i.index_name, i.table_name || '_'
              || LISTAGG(c.column_name, '_') WITHIN GROUP (ORDER BY c.ordinal_position) || '_idx'
            FROM information_schema.indexes i
            JOIN information_schema.index_columns c USING (index_schema, index_name, table_name)
            WHERE i.table_schema = 'PUBLIC'
            AND i.index_type_name NOT IN ('PRIMARY KEY', 'UNIQUE INDEX')
            AND i.table_name <> 'flyway_schema_history'
            GROUP BY i.index_name, i.table_name""";
    private static final String POSTGRESQL_INDEXES = """
            SELECT i.relname, t.relname || '_' || (
              SELECT string_agg(trim('_' FROM regexp_replace(column_name, '(::text|\\W)+', '_', 'g')), '_' ORDER BY n)
              FROM generate_series(1, x.indnkeyatts) n
              CROSS JOIN LATERAL pg_get_indexdef(x.indexrelid, n, false) column_name) || '_idx'
            FROM pg_index x
            JOIN pg_class i ON i.oid = x.indexrelid
            JOIN pg_class t ON t.oid = x.indrelid
            WHERE t.relnamespace = 'public'::regnamespace
            AND t.relname <> 'flyway_schema_history'
            AND NOT x.indisunique""";
    private static final String CONSTRAINTS = """
            SELECT c.constraint_name, c.table_name || '_' || (
              SELECT %s
              FROM information_schema.key_column_usage k
              WHERE k.constraint_name = c.constraint_name
              AND k.table_name = c.table_name)
              || CASE c.constraint_type WHEN 'UNIQUE' THEN '_key' ELSE '_fkey' END
            FROM information_schema.table_constraints c
            WHERE LOWER(c.table_schema) = 'public'
            AND c.constraint_type IN ('UNIQUE', 'FOREIGN KEY')""";

    @Inject
    AgroalDataSource source;

    @Test
    void indexes_are_named_by_table_and_columns() throws SQLException {
        named(postgresql() ? POSTGRESQL_INDEXES : H2_INDEXES, 50);
    }

    @Test
    void unique_constraints_and_foreign_keys_are_named_by_table_and_columns() throws SQLException {
        String columns = postgresql() ? "string_agg(k.column_name, '_' ORDER BY k.ordinal_position)"
                : "LISTAGG(k.column_name, '_') WITHIN GROUP (ORDER BY k.ordinal_position)";
        named(CONSTRAINTS.formatted(columns), postgresql() ? 45 : 15);
    }

    private void named(String sql, int atLeast) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
                expected.add(rows.getString(2).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(names).hasSizeGreaterThan(atLeast).containsExactlyElementsOf(expected);
    }

    private static boolean postgresql() {
        return "postgresql".equals(System.getProperty("database"));
    }
}
