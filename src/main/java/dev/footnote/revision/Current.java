package dev.footnote.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jboss.logging.Logger;

import dev.footnote.connection.Away;
import dev.footnote.connection.Server;

/** The version of the dataset that is current, read over a connection that is kept for nothing else. */
public final class Current {

    private static final Logger LOG = Logger.getLogger(Current.class);

    /** Because it takes less than a millisecond, and because requests wait for it. */
    private static final int PATIENCE_MILLISECONDS = 1500;

    static final String VERSION = "SELECT version FROM revision";

    private final Server server;
    private final History history = new History();
    private final boolean remote;
    private Connection connection;
    private PreparedStatement statement;

    /** @param remote whether the server is somewhere else, so that it may fall silent */
    public Current(Server server, boolean remote) {
        this.server = server;
        this.remote = remote;
    }

    History history() {
        return history;
    }

    public synchronized String read() throws SQLException {
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
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String version = row.getString(1);
                history.current(version, asked);
                return version;
            }
        } catch (SQLException e) {
            close();
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
    }

    private void close() {
        try (Connection broken = connection) {
            connection = null;
        } catch (SQLException e) {
            LOG.debug("The connection was lost already", e);
        }
    }
}
