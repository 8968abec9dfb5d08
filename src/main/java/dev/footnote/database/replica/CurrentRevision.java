package dev.footnote.database.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.jboss.logging.Logger;

import dev.footnote.database.connection.DatabaseUnavailableException;
import dev.footnote.database.connection.ResilientDataSource;

/**
 * Reads the current revision of the dataset over a dedicated connection. If the database is in this process, the revision is
 * kept from one write to the next.
 */
public final class CurrentRevision implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CurrentRevision.class);

    /** Timeout of a read. It is short, because a read takes less than a millisecond, and because requests wait for it. */
    private static final int PATIENCE_MILLISECONDS = 1500;

    public static final String VERSION = "SELECT version FROM revision";

    private final ResilientDataSource server;
    private final RevisionHistory history = new RevisionHistory();
    private final boolean remote;
    private final KnownRevision known = new KnownRevision();
    private Connection connection;
    private PreparedStatement statement;

    /** @param remote whether the server is in another process and may stop responding */
    public CurrentRevision(ResilientDataSource server, boolean remote) {
        this.server = server;
        this.remote = remote;
        if (!remote) {
            RevisionTrigger.tell(known);
        }
    }

    RevisionHistory history() {
        return history;
    }

    public String read() throws SQLException {
        Optional<String> version = known.version();
        return version.isPresent() ? version.get() : asked();
    }

    private synchronized String asked() throws SQLException {
        boolean wasOpen = connection != null;
        try {
            return tried();
        } catch (DatabaseUnavailableException e) {
            throw e;
        } catch (SQLException e) {
            if (!wasOpen) {
                throw e;
            }
        }
        // because the server may have been restarted since the last time
        return tried();
    }

    private String tried() throws SQLException {
        try {
            if (connection == null) {
                open();
            }
            long asked = System.nanoTime();
            long before = known.heard();
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String version = row.getString(1);
                history.current(version, asked);
                known.read(version, before);
                return version;
            }
        } catch (SQLException e) {
            disconnect();
            server.noted(e);
            throw e;
        }
    }

    private void open() throws SQLException {
        connection = server.anew();
        if (remote) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLISECONDS);
        }
        statement = connection.prepareStatement(VERSION);
        if (!remote) {
            listen();
        }
    }

    /**
     * Checks whether this process receives notifications of writes. It does not if another process has the file open and shares
     * it.
     */
    private void listen() {
        long before = known.heard();
        try (Statement nothing = connection.createStatement()) {
            connection.setAutoCommit(false);
            nothing.executeUpdate("UPDATE revision SET version = version");
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("Whether writes are heard of could not be found out; the version is read each time", e);
            return;
        }
        if (known.heard() > before) {
            known.trust();
        }
    }

    @Override
    public synchronized void close() {
        RevisionTrigger.forget(known);
        disconnect();
    }

    private void disconnect() {
        try (Connection broken = connection) {
            connection = null;
        } catch (SQLException e) {
            LOG.debug("The connection was lost already", e);
        }
    }
}
