package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.history.SupersededRows;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

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
    public Set<String> tables() {
        return metamodel.entityTypes().stream().filter(entityType -> SupersededRows.select(entityType, "").isPresent())
                .map(EntityType::table).collect(Collectors.toSet());
    }

    @Override
    public void derive(Connection connection, boolean anew, CommitStrategy commitStrategy, ProgressListener progress)
            throws SQLException {
        for (EntityType entityType : metamodel.entityTypes()) {
            Optional<String> superseded = SupersededRows.select(entityType, "");
            if (superseded.isPresent()) {
                JdbcOperations.execute(connection, "DELETE FROM " + entityType.supersededTable());
                JdbcOperations.execute(connection,
                        "INSERT INTO " + entityType.supersededTable() + " (id) " + superseded.get());
                commitStrategy.step();
            }
        }
    }
}
