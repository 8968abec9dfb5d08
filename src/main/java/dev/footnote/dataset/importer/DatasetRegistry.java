package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.datapackage.ColumnLimits;
import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.history.History;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.scalar.Sha256;

/** Stores the metadata and the version of the dataset in the database. */
final class DatasetRegistry {

    private final Connection connection;
    private final SessionFactory sessions;

    DatasetRegistry(Connection connection, SessionFactory sessions) {
        this.connection = connection;
        this.sessions = sessions;
    }

    /** The dataset that is there, read anew each time. */
    Optional<Dataset> held() {
        // over the connection of the import, so that it is read and written in the transaction that the records are
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            return Optional.ofNullable(session.get(Dataset.class, Dataset.ONLY));
        }
    }

    private void write(Dataset dataset) {
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            if (dataset.id == null) {
                session.insert(dataset);
            } else {
                session.update(dataset);
            }
        }
    }

    /**
     * Writes what describes the dataset.
     *
     * @param history keeps what described it before
     */
    void describe(Dataset dataset, History history) throws SQLException {
        history.keep("dataset", "", "TRUE");
        write(dataset);
        JdbcOperations.execute(connection, "UPDATE dataset SET %s = ?".formatted(History.FROM), history.number());
    }

    /** What a package makes of the dataset: that one or, where it is a delta, the one that is there with that on top. */
    Dataset described(DataPackageDescriptor descriptor, String fingerprint) {
        Dataset dataset = held().orElseGet(Dataset::new);
        if (descriptor.delta() && dataset.id != null) {
            dataset.version = descriptor.version() == null ? dataset.version : descriptor.version();
            dataset.fingerprint = Sha256.of(dataset.fingerprint + fingerprint);
            return dataset;
        }
        dataset.slug = descriptor.name();
        dataset.title = descriptor.title();
        dataset.description = descriptor.description();
        dataset.version = descriptor.version();
        dataset.licence = descriptor.licence();
        dataset.descriptor = descriptor.kept();
        dataset.edits = fingerprint.equals(dataset.fingerprint) ? dataset.edits : 0;
        dataset.fingerprint = fingerprint;
        return dataset;
    }

    /** The dataset after an edit, which changes its contents. An empty database becomes a dataset without a descriptor. */
    Dataset edited(Optional<Dataset> held, History history) throws SQLException {
        Dataset dataset = held.orElseGet(Dataset::new);
        dataset.edits++;
        if (held.isEmpty()) {
            dataset.slug = "dataset";
            dataset.fingerprint = Sha256.of("");
            describe(dataset, history);
        } else {
            write(dataset);
        }
        return dataset;
    }

    /** Deletes what an interrupted first import left behind. */
    void clear(Metamodel metamodel, CommitStrategy commitStrategy) throws SQLException {
        for (EntityType entityType : metamodel.entityTypes()) {
            if (entityType.resource() != null) {
                commitStrategy.empty(entityType.table());
            }
        }
        // so that derived data is made again
        commitStrategy.empty("derivation");
        commitStrategy.mend();
        connection.commit();
    }

    /** Reports texts of a descriptor that a database cannot store. */
    static void check(DataPackageDescriptor descriptor, DatasetProblems problems) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", descriptor.name());
        texts.put("title", descriptor.title());
        texts.put("description", descriptor.description());
        texts.put("version", descriptor.version());
        texts.put("licenses", descriptor.licence());
        texts.put(null, descriptor.kept());
        texts.forEach((key, text) -> {
            ColumnLimits limits = "name".equals(key) ? ColumnLimits.ID : ColumnLimits.TEXT;
            String wrong = text == null ? null : limits.problem(text);
            if (wrong != null && (key != null || problems.none())) {
                problems.add(new DatasetProblem(DataPackageDescriptor.FILE, 0, 0, key, text, wrong));
            }
        });
    }

    /** Hashes of the warnings that the last import reported. */
    Set<Long> toldWarnings() throws SQLException {
        return new HashSet<>(JdbcOperations.list(connection, "SELECT hash FROM told_warning", row -> row.getLong(1)));
    }

    /**
     * Stores the hashes of reported warnings.
     *
     * @param also whether warnings of earlier imports are kept
     */
    void writeTold(Set<Long> hashes, boolean also) throws SQLException {
        Set<Long> held = toldWarnings();
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM told_warning WHERE hash = ?");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO told_warning (hash) VALUES (?)")) {
            batch(delete, also ? Set.of() : held, hashes);
            batch(insert, hashes, held);
        }
    }

    private static void batch(PreparedStatement statement, Set<Long> hashes, Set<Long> but) throws SQLException {
        for (Long hash : hashes) {
            if (!but.contains(hash)) {
                statement.setLong(1, hash);
                statement.addBatch();
            }
        }
        statement.executeBatch();
    }

    /**
     * Commits with a new version. The first version of an empty database is the fingerprint of the dataset, so that servers
     * with separate databases agree.
     *
     * @param dataset what was written; null if nothing was
     * @return the version
     */
    String commit(Dataset dataset) throws SQLException {
        if (dataset != null) {
            JdbcOperations.execute(connection, "UPDATE revision SET version = CASE version WHEN 'empty' THEN ? ELSE ? END",
                    dataset.fingerprint,
                    UUID.randomUUID().toString());
        }
        String version = JdbcOperations.first(connection, "SELECT version FROM revision", row -> row.getString(1))
                .orElseThrow();
        connection.commit();
        return version;
    }
}
