package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;

/** Updates derived data if the records changed or another release made it. */
final class DerivedDataUpdater {

    private static final Logger LOG = Logger.getLogger(DerivedDataUpdater.class);
    private static final String OF = " of ";

    private final List<DerivedData> all;
    private final Connection connection;
    private final CommitStrategy commitStrategy;
    private final ProgressListener progress;

    DerivedDataUpdater(List<DerivedData> all, Connection connection, CommitStrategy commitStrategy, ProgressListener progress) {
        this.all = all;
        this.connection = connection;
        this.commitStrategy = commitStrategy;
        this.progress = progress;
    }

    /** @return whether anything was updated */
    boolean run(Dataset dataset) throws SQLException {
        boolean made = false;
        for (DerivedData derived : all) {
            String version = derived.version() + OF + dataset.contents();
            String before = JdbcOperations.first(connection, "SELECT version FROM derivation WHERE name = ?",
                    row -> row.getString(1), derived.name()).orElse(null);
            if (!version.equals(before)) {
                make(derived, version, isOther(derived, before));
                made = true;
            }
        }
        return made;
    }

    /** Updates what an edit has changed. What was up to date before it is up to date again; all else is derived anew. */
    void edited(String before, Dataset dataset, ChangedRecords changed) throws SQLException {
        Map<String, String> versions = new HashMap<>();
        JdbcOperations.read(connection, "SELECT name, version FROM derivation",
                row -> versions.put(row.getString(1), row.getString(2)));
        try (PreparedStatement update = connection.prepareStatement("UPDATE derivation SET version = ? WHERE name = ?")) {
            for (DerivedData derived : all) {
                String version = derived.version() + OF + dataset.contents();
                if ((derived.version() + OF + before).equals(versions.get(derived.name()))) {
                    if (changed.isAny(derived.tables())) {
                        derived.update(connection, changed, commitStrategy);
                    }
                    JdbcOperations.bind(update, version, derived.name());
                    update.addBatch();
                } else {
                    make(derived, version, isOther(derived, versions.get(derived.name())));
                }
            }
            update.executeBatch();
        }
    }

    /** Whether another release has derived what is there. */
    private static boolean isOther(DerivedData derived, String before) {
        return before == null || !before.startsWith(derived.version() + OF);
    }

    private void make(DerivedData derived, String version, boolean anew) throws SQLException {
        long begun = System.nanoTime();
        derived.derive(connection, anew, commitStrategy, progress);
        JdbcOperations.execute(connection, "DELETE FROM derivation WHERE name = ?", derived.name());
        JdbcOperations.execute(connection, "INSERT INTO derivation (name, version) VALUES (?, ?)", derived.name(), version);
        LOG.debugf("Derived %s in %,d ms", derived.name(), (System.nanoTime() - begun) / 1_000_000);
    }
}
