package dev.footnote.dataset.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Singleton;

import org.hibernate.HibernateException;

import dev.footnote.database.Database;
import dev.footnote.database.JdbcOperations;
import dev.footnote.database.connection.Rollback;

/** Runs imports and edits one after the other, also those of other servers. Readers are not blocked. */
@Singleton
public class ExclusiveWriter {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

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
     * Runs the work while nobody else writes, and waits for that as long as it takes.
     *
     * @param dataset what is written, for messages
     */
    public <T> T run(Object dataset, Work<T> work) {
        alone.lock();
        return locked(dataset, work, Optional.empty());
    }

    /**
     * Runs the work while nobody else writes, unless somebody else writes for longer than the patience.
     *
     * @throws WriterBusyException if somebody else does
     */
    public <T> T run(Object dataset, Duration patience, Work<T> work) {
        try {
            if (!alone.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WriterBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriterBusyException();
        }
        return locked(dataset, work, Optional.of(patience));
    }

    private <T> T locked(Object dataset, Work<T> work, Optional<Duration> patience) {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, patience);
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

    /** Blocks writers on other servers. */
    private void lock(Connection connection, Optional<Duration> patience) throws SQLException {
        String lock = database.dialect().lock("dataset").orElse(null);
        if (lock == null) {
            return;
        }
        if (patience.isPresent()) {
            JdbcOperations.execute(connection, "SET LOCAL lock_timeout = " + patience.get().toMillis());
        }
        try {
            JdbcOperations.execute(connection, lock);
        } catch (SQLException e) {
            if (patience.isPresent() && LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new WriterBusyException();
            }
            throw e;
        }
    }
}
