package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.annotation.Restatable;

/** Stores the ids of records that a later revision replaces. They are few, so excluding them is cheap. */
@Singleton
class SupersededRecords implements DerivedData {

    private final Metamodel metamodel;

    SupersededRecords(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    @Override
    public String name() {
        return "superseded";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void derive(Connection connection, boolean anew, CommitStrategy commitStrategy, ProgressListener progress)
            throws SQLException {
        for (EntityType entityType : metamodel.entityTypes()) {
            Restatable revised = entityType.revised();
            if (revised != null && revised.through().isEmpty()) {
                JdbcOperations.execute(connection, "DELETE FROM " + entityType.supersededTable());
                JdbcOperations.execute(connection, insert(entityType, revised));
                commitStrategy.step();
            }
        }
    }

    private static String insert(EntityType entityType, Restatable revised) {
        return """
                INSERT INTO %s (id)
                SELECT r.id
                FROM (
                  SELECT t.id, t.%s AS revision, MAX(t.%s) OVER (PARTITION BY %s) AS latest
                  FROM %s t) r
                WHERE r.revision < r.latest""".formatted(entityType.supersededTable(),
                entityType.value(revised.number()).column(),
                entityType.value(revised.number()).column(),
                Arrays.stream(revised.alike()).map(name -> "t." + column(entityType.attribute(name)))
                        .collect(Collectors.joining(", ")),
                entityType.table());
    }

    private static String column(Attribute attribute) {
        return attribute instanceof Attribute.ToOne relation ? relation.column() : ((Attribute.Scalar) attribute).column();
    }
}
