package dev.footnote.transfer;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

import dev.footnote.constraint.Limits;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Folder;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Noun;
import dev.footnote.merging.Pace;

/** What the database says of the dataset as a whole: where its records came from, and which version of it they are. */
final class Register {

    private final Connection connection;
    private final SessionFactory sessions;

    Register(Connection connection, SessionFactory sessions) {
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

    void write(Dataset dataset) {
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            if (dataset.id == null) {
                session.insert(dataset);
            } else {
                session.update(dataset);
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** What a package makes of the dataset: that one or, where it is a delta, the one that is there with that on top. */
    Dataset described(Descriptor descriptor, String fingerprint) {
        Dataset dataset = held().orElseGet(Dataset::new);
        if (descriptor.delta() && dataset.id != null) {
            dataset.version = descriptor.version() == null ? dataset.version : descriptor.version();
            dataset.fingerprint = HexFormat.of().formatHex(Folder.sha256()
                    .digest((dataset.fingerprint + fingerprint).getBytes(StandardCharsets.UTF_8)));
            return dataset;
        }
        dataset.slug = descriptor.name();
        dataset.title = descriptor.title();
        dataset.description = descriptor.description();
        dataset.version = descriptor.version();
        dataset.licence = descriptor.licence();
        dataset.descriptor = descriptor.kept();
        dataset.fingerprint = fingerprint;
        return dataset;
    }

    /** Deletes what an import left behind that was killed before there was a dataset. */
    void clear(Graph graph, Pace pace) throws SQLException {
        for (Noun noun : graph.nouns()) {
            if (noun.resource() != null) {
                pace.empty(noun.table());
            }
        }
        // so that what follows from records is made anew
        pace.empty("derivation");
        pace.mend();
        connection.commit();
    }

    /** Finds texts of a descriptor that no database keeps. */
    static void check(Descriptor descriptor, Faults faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", descriptor.name());
        texts.put("title", descriptor.title());
        texts.put("description", descriptor.description());
        texts.put("version", descriptor.version());
        texts.put("licenses", descriptor.licence());
        texts.put(null, descriptor.kept());
        texts.forEach((key, text) -> {
            Limits limits = "name".equals(key) ? Limits.ID : Limits.TEXT;
            String wrong = text == null ? null : limits.fault(text);
            if (wrong != null && (key != null || faults.none())) {
                faults.add(new Fault(Descriptor.FILE, 0, 0, key, text, wrong));
            }
        });
    }

    /** The hashes of the warnings that the last import told. */
    Set<Long> toldWarnings() throws SQLException {
        Set<Long> told = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT hash FROM told_warning")) {
            while (rows.next()) {
                told.add(rows.getLong(1));
            }
        }
        return told;
    }

    /** @param also whether what was told before still is */
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
     * Commits, with another version each time. What a database holds first is named by what it is, so that servers which each
     * have a database of their own agree.
     *
     * @param dataset what was written, or null where nothing was
     * @return the version
     */
    String commit(Dataset dataset) throws SQLException {
        if (dataset != null) {
            execute("UPDATE revision SET version = CASE version WHEN 'empty' THEN ? ELSE ? END", dataset.fingerprint,
                    UUID.randomUUID().toString());
        }
        String version = text("SELECT version FROM revision");
        connection.commit();
        return version;
    }

    private void execute(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
