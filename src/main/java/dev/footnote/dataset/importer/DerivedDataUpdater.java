package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jboss.logging.Logger;

import dev.footnote.database.JdbcOperations;
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
                make(derived, version, before == null || !before.startsWith(derived.version() + OF));
                made = true;
            }
        }
        return made;
    }

    private void make(DerivedData derived, String version, boolean anew) throws SQLException {
        long begun = System.nanoTime();
        derived.derive(connection, anew, commitStrategy, progress);
        JdbcOperations.execute(connection, "DELETE FROM derivation WHERE name = ?", derived.name());
        JdbcOperations.execute(connection, "INSERT INTO derivation (name, version) VALUES (?, ?)", derived.name(), version);
        LOG.debugf("Derived %s in %,d ms", derived.name(), (System.nanoTime() - begun) / 1_000_000);
    }
}
