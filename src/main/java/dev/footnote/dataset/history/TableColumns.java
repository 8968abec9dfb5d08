package dev.footnote.dataset.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;

/**
 * The columns of all tables of a schema.
 *
 * @param types SQL type by name of the column, in the order of the columns, by name of the table; all names are in lower case
 */
record TableColumns(Map<String, Map<String, String>> types) {

    private static final String TEXT = "character varying";

    /** With precision and scale, because a column that is added to a history table must hold the same values. */
    private static final String POSTGRESQL = """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = CAST(quote_ident(?) AS regnamespace)
            AND c.relkind = 'r'
            AND a.attnum > 0
            AND NOT a.attisdropped
            ORDER BY c.relname, a.attnum""";

    private static final String H2 = """
            SELECT LOWER(table_name), LOWER(column_name), DATA_TYPE_SQL(table_schema, table_name, 'TABLE', dtd_identifier)
            FROM information_schema.columns
            WHERE table_schema = ?
            ORDER BY table_name, ordinal_position""";

    static TableColumns read(Connection connection, Dialect dialect, String schema) throws SQLException {
        Map<String, Map<String, String>> types = new LinkedHashMap<>();
        JdbcOperations.read(connection, dialect == Dialect.H2 ? H2 : POSTGRESQL, row -> types
                .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                .put(row.getString(2), type(row.getString(3), dialect)), schema);
        return new TableColumns(types);
    }

    private static String type(String type, Dialect dialect) {
        // the collation is no part of the type
        return type.equalsIgnoreCase(TEXT) ? dialect.text() : type;
    }

    boolean has(String table) {
        return types.containsKey(table);
    }

    Map<String, String> of(String table) {
        return types.get(table);
    }
}
