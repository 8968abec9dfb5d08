package dev.footnote.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jboss.logging.Logger;

import dev.footnote.merging.Pace;
import dev.footnote.staging.Progress;

/** Has what follows from the records follow from them, where they are others or it was made by another release. */
final class Deriving {

    private static final Logger LOG = Logger.getLogger(Deriving.class);
    private static final String OF = " of ";

    private final List<Derived> all;
    private final Connection connection;
    private final Pace pace;
    private final Progress progress;

    Deriving(List<Derived> all, Connection connection, Pace pace, Progress progress) {
        this.all = all;
        this.connection = connection;
        this.pace = pace;
        this.progress = progress;
    }

    /** @return whether anything was made */
    boolean run(Dataset dataset) throws SQLException {
        boolean made = false;
        for (Derived derived : all) {
            String version = derived.version() + OF + dataset.fingerprint;
            String before = version(derived);
            if (!version.equals(before)) {
                make(derived, version, before == null || !before.startsWith(derived.version() + OF));
                made = true;
            }
        }
        return made;
    }

    /** @return null when it was never made */
    private String version(Derived derived) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT version FROM derivation WHERE name = ?")) {
            statement.setString(1, derived.name());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private void make(Derived derived, String version, boolean anew) throws SQLException {
        long begun = System.nanoTime();
        derived.derive(connection, anew, pace, progress);
        execute("DELETE FROM derivation WHERE name = ?", derived.name());
        execute("INSERT INTO derivation (name, version) VALUES (?, ?)", derived.name(), version);
        LOG.debugf("Derived %s in %,d ms", derived.name(), (System.nanoTime() - begun) / 1_000_000);
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
