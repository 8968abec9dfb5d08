package dev.footnote.http.cache;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.background.LoggedTask;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.connection.DatabaseUnavailableException;
import dev.footnote.database.connection.PoolExhaustedException;

/**
 * Reads the current revision of the dataset. Every read starts after the caller has asked, because any replica may have written
 * in the meantime. Callers that ask while a read is running share the next read.
 */
@Singleton
public class CurrentRevisionReader {

    private static final Logger LOG = Logger.getLogger(CurrentRevisionReader.class);

    private final Database database;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dataset version");
        thread.setDaemon(true);
        return thread;
    });
    private List<Consumer<String>> waiting = new ArrayList<>();
    private boolean reading;
    private volatile String last = "";

    CurrentRevisionReader(Database database) {
        this.database = database;
    }

    /**
     * A revision that was current before. On H2 it is the present one, which the process knows; otherwise it is the one that
     * was
     * read last. Empty if none has been read yet.
     */
    public String last() {
        if (database.dialect() == Dialect.H2 && read() == null) {
            return "";
        }
        return last;
    }

    /** @param then called on any thread with the current revision, or with null if it cannot be read */
    public void current(Consumer<String> then) {
        if (database.dialect() == Dialect.H2) {
            // the database is in this process: reading a row from memory takes less time than a change of thread
            pass(then, read());
            return;
        }
        synchronized (this) {
            waiting.add(then);
            if (reading) {
                return;
            }
            reading = true;
        }
        reader.execute(this::serve);
    }

    private void serve() {
        for (List<Consumer<String>> asked = next(); asked != null; asked = next()) {
            String version = read();
            asked.forEach(one -> pass(one, version));
        }
    }

    /** Passes the revision to one caller. A failure in one caller must not keep it from all others. */
    private static void pass(Consumer<String> caller, String version) {
        LoggedTask.run("passing the dataset revision to a caller", () -> caller.accept(version));
    }

    /** Takes all waiting callers. Callers that ask from now on get the result of a later read. */
    private synchronized List<Consumer<String>> next() {
        if (waiting.isEmpty()) {
            reading = false;
            return null;
        }
        List<Consumer<String>> asked = waiting;
        waiting = new ArrayList<>();
        return asked;
    }

    private String read() {
        try {
            last = database.version();
            return last;
        } catch (DatabaseUnavailableException | PoolExhaustedException e) {
            // already logged, once for all callers
            return null;
        } catch (SQLException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.warnf("The revision of the dataset cannot be read: %s", e.getMessage());
            return null;
        }
    }

    @PreDestroy
    void end() {
        reader.shutdown();
    }
}
