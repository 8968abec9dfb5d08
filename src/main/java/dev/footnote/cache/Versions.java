package dev.footnote.cache;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.connection.Away;
import dev.footnote.connection.Crowded;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.scheduling.Guarded;

/**
 * Which version of the dataset is current. It is read from the database each time, after whoever wants to know has
 * asked, because any replica may have written; and once for all who ask while it is being read.
 */
@Singleton
public class Versions {

    private static final Logger LOG = Logger.getLogger(Versions.class);

    private final Database database;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dataset version");
        thread.setDaemon(true);
        return thread;
    });
    private List<Consumer<String>> waiting = new ArrayList<>();
    private boolean reading;
    private volatile String last = "";

    Versions(Database database) {
        this.database = database;
    }

    /** The version that was read last, which may not be current any more; empty where none was read yet. */
    public String last() {
        return last;
    }

    /** @param then called on any thread with the current version, or with null where it cannot be read */
    public void current(Consumer<String> then) {
        if (database.dialect() == Dialect.H2) {
            // in this process: a row that lies in memory takes less time than a change of thread
            tell(then, read());
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
            asked.forEach(one -> tell(one, version));
        }
    }

    /** One who fails to hear it must not keep it from all others. */
    private static void tell(Consumer<String> asker, String version) {
        Guarded.run("telling the version of the dataset", () -> asker.accept(version));
    }

    /** Whoever asks from here on is told what is read from there on. */
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
        } catch (Away | Crowded e) {
            // told of in the log already, once for all
            return null;
        } catch (SQLException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.warnf("The version of the dataset cannot be read: %s", e.getMessage());
            return null;
        }
    }

    @PreDestroy
    void end() {
        reader.shutdown();
    }
}
