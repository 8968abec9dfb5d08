package dev.footnote.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jboss.logging.Logger;

import dev.footnote.connection.Away;
import dev.footnote.connection.Server;

/** The version of the dataset that is current, read over a connection that is kept for nothing else. */
final class Current {

    private static final Logger LOG = Logger.getLogger(Current.class);

    /** Because it takes less than a millisecond, and because requests wait for it. */
    private static final int PATIENCE_MILLISECONDS = 1500;

    static final String VERSION = "SELECT version FROM revision";

    private final Server server;
    private final History history = new History();
    private final Dialect dialect;
    private Connection connection;
    private PreparedStatement statement;

    Current(Server server, Dialect dialect) {
        this.server = server;
        this.dialect = dialect;
    }

    History history() {
        return history;
    }

    synchronized String read() throws SQLException {
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
        if (dialect == Dialect.POSTGRESQL) {
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
