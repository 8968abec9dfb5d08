package dev.footnote.dataset.datapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.ValueType;
import io.quarkus.test.junit.QuarkusTest;

/** No value that passes validation is too long for an index. */
@QuarkusTest
class IndexLimitsTest {

    /** A third of a page, less what PostgreSQL keeps of its own in a row of an index. */
    private static final int MOST_BYTES = 2704 - 16;
    /** The length of a text and what it takes to begin it at an even place. */
    private static final int AROUND_A_TEXT = 8;
    /** A number of 38 digits. */
    private static final int NUMBER = 32;

    @Inject
    Metamodel metamodel;

    @Inject
    Database database;

    @Test
    void every_row_of_every_index_fits() throws SQLException {
        assumeTrue(database.dialect() == Dialect.POSTGRESQL, "H2 bounds no row of an index");
        Map<String, Integer> bytes = bytes();
        Map<String, List<String>> indexes = indexes();
        assertThat(indexes.keySet()).as("indexes are found").hasSizeGreaterThan(30);
        List<String> tooLong = new ArrayList<>();
        indexes.forEach((index, columns) -> {
            int most = columns.stream().mapToInt(column -> bytes.getOrDefault(column, 0)).sum();
            if (most > MOST_BYTES) {
                tooLong.add(index + " over " + columns + " may have " + most + " bytes. Give its fields @MaxBytes.");
            }
        });
        assertThat(tooLong).isEmpty();
    }

    /** The most bytes of each column, as the model has it. */
    private Map<String, Integer> bytes() {
        Map<String, Integer> bytes = new HashMap<>();
        for (EntityColumns entityColumns : DatasetReader.allColumns(metamodel)) {
            String table = entityColumns.entityType().table() + ".";
            bytes.put(table + "id", 4);
            bytes.put(table + "slug", ColumnLimits.ID.bytes() + AROUND_A_TEXT);
            for (TableColumn column : entityColumns.columns()) {
                if (column.target() != null) {
                    bytes.put(table + ((Attribute.ToOne) entityColumns.entityType().attribute(column.field())).column(), 4);
                    continue;
                }
                Attribute.Scalar value = column.value();
                boolean isNumber = value.domain() == ValueType.INTEGER || value.domain() == ValueType.DECIMAL;
                bytes.put(table + value.served(), isNumber ? NUMBER : column.limits().bytes() + AROUND_A_TEXT);
                bytes.put(table + value.ordered(), value.domain() == ValueType.DATE || isNumber ? NUMBER
                        : column.limits().bytes() + AROUND_A_TEXT);
            }
        }
        return bytes;
    }

    private Map<String, List<String>> indexes() throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (Connection connection = database.source().getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            boolean capitals = data.storesUpperCaseIdentifiers();
            for (EntityColumns entityColumns : DatasetReader.allColumns(metamodel)) {
                String table = entityColumns.entityType().table();
                try (ResultSet rows = data.getIndexInfo(null, null, capitals ? table.toUpperCase(Locale.ROOT) : table, false,
                        true)) {
                    while (rows.next()) {
                        String column = rows.getString("COLUMN_NAME");
                        if (column != null && rows.getShort("TYPE") != DatabaseMetaData.tableIndexHashed) {
                            indexes.computeIfAbsent(rows.getString("INDEX_NAME"), key -> new ArrayList<>())
                                    .add(table + "." + column.toLowerCase(Locale.ROOT).replace("\"", ""));
                        }
                    }
                }
            }
        }
        return indexes;
    }
}
