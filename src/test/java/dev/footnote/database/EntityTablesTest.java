package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

/** Every relation between entities has what the database needs for it; a failure shows the lines for the migration. */
@QuarkusTest
class EntityTablesTest {

    @Inject
    AgroalDataSource source;

    @Inject
    Metamodel metamodel;

    @Test
    void the_column_of_every_relation_begins_an_index_and_on_postgresql_is_a_foreign_key() throws SQLException {
        boolean postgresql = "postgresql".equals(System.getProperty("database"));
        try (Connection connection = source.getConnection()) {
            for (EntityType entityType : metamodel.entityTypes()) {
                Set<String> indexed = indexed(connection.getMetaData(), entityType.table(), postgresql);
                Set<String> bound = bound(connection.getMetaData(), entityType.table());
                for (Attribute attribute : entityType.attributes()) {
                    if (attribute instanceof Attribute.ToOne relation) {
                        String table = entityType.table();
                        String column = relation.column();
                        assertThat(indexed).as("Add to a migration: CREATE INDEX %1$s_%2$s_id_idx ON %1$s (%2$s, id);", table,
                                column).contains(column);
                        assertThat(postgresql ? bound : Set.of(column)).as("Add to a migration: ${postgresql} ALTER TABLE %1$s"
                                + " ADD CONSTRAINT %1$s_%2$s_fkey FOREIGN KEY (%2$s) REFERENCES %3$s (id);", table, column,
                                metamodel.entityType(relation.target()).table()).contains(column);
                    }
                }
            }
        }
    }

    private static Set<String> indexed(DatabaseMetaData data, String table, boolean postgresql) throws SQLException {
        Set<String> first = new HashSet<>();
        try (ResultSet rows = data.getIndexInfo(null, null, postgresql ? table : table.toUpperCase(Locale.ROOT), false, true)) {
            while (rows.next()) {
                if (rows.getInt("ORDINAL_POSITION") == 1) {
                    first.add(String.valueOf(rows.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
                }
            }
        }
        return first;
    }

    private static Set<String> bound(DatabaseMetaData data, String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet rows = data.getImportedKeys(null, null, table)) {
            while (rows.next()) {
                columns.add(rows.getString("FKCOLUMN_NAME"));
            }
        }
        return columns;
    }
}
