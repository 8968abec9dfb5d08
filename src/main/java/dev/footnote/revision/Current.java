package dev.footnote.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jboss.logging.Logger;

import dev.footnote.connection.Away;
import dev.footnote.connection.Server;

/**
 * The version of the dataset that is current, read over a connection that is kept for nothing else. Where the database lives
 * in this process, it is known from one write to the next.
 */
public final class Current implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Current.class);

    /** Because it takes less than a millisecond, and because requests wait for it. */
    private static final int PATIENCE_MILLISECONDS = 1500;

    public static final String VERSION = "SELECT version FROM revision";

    private final Server server;
    private final History history = new History();
    private final boolean remote;
    private final Known known = new Known();
    private Connection connection;
    private PreparedStatement statement;

    /** @param remote whether the server is somewhere else, so that it may fall silent */
    public Current(Server server, boolean remote) {
        this.server = server;
        this.remote = remote;
        if (!remote) {
            Written.tell(known);
        }
    }

    History history() {
        return history;
    }

    public String read() throws SQLException {
        String version = known.version();
        return version == null ? asked() : version;
    }

    private synchronized String asked() throws SQLException {
        boolean wasOpen = connection != null;
        try {
            return tried();
        } catch (Away e) {
            throw e;
        } catch (SQLException e) {
            if (!wasOpen) {
                throw e;
            }
        }
        // because the server may have been started anew since the last time
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

    /** Finds out whether writes are heard of here: they are not where another process has the file open and lends it. */
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
        Written.forget(known);
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
