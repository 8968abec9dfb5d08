package dev.footnote.dataset.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Singleton;

import org.hibernate.HibernateException;

import dev.footnote.database.Database;
import dev.footnote.database.JdbcOperations;
import dev.footnote.database.connection.Rollback;

/** Runs imports and edits one after the other, also those of other servers. Readers are not blocked. */
@Singleton
public class ExclusiveWriter {

    private final Database database;
    /** Allows one writer at a time. A second one would otherwise wait in the database, where the wait may time out. */
    private final ReentrantLock alone = new ReentrantLock();

    ExclusiveWriter(Database database) {
        this.database = database;
    }

    /** Work in a transaction, which it commits itself. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws IOException, SQLException;
    }

    /**
     * Runs the work while nobody else writes.
     *
     * @param dataset what is written, for messages
     */
    public <T> T run(Object dataset, Work<T> work) {
        alone.lock();
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection);
                T result = work.on(connection);
                Rollback.rest(connection);
                return result;
            } catch (IOException | SQLException | RuntimeException | Error e) {
                Rollback.after(e, connection);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset in " + dataset + " cannot be read", e);
        } catch (SQLException | HibernateException e) {
            throw new IllegalStateException("The database cannot take the dataset in: " + e.getMessage(), e);
        } finally {
            alone.unlock();
        }
    }

    private void lock(Connection connection) throws SQLException {
        String lock = database.dialect().lock("dataset").orElse(null);
        if (lock != null) {
            JdbcOperations.execute(connection, lock);
        }
    }
}
