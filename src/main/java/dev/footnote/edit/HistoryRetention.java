package dev.footnote.edit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.footnote.background.PeriodicTask;
import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.history.HistoryTables;
import dev.footnote.dataset.importer.DatasetEditor;
import dev.footnote.metamodel.scalar.CustomScalars;
import io.quarkus.runtime.StartupEvent;

/** Deletes the log, the replaced rows and the keys of edits that are older than what is kept. */
@Singleton
public class HistoryRetention {

    /** The most edits that leave the log in one transaction, because other edits wait for it. */
    private static final int STEP = 10_000;

    private final DatasetEditor editor;
    private final HistoryTables history;
    private final HistoryConfig config;
    private final Clock clock;
    private Optional<PeriodicTask> task = Optional.empty();

    @Inject
    HistoryRetention(DatasetEditor editor, HistoryTables history, HistoryConfig config) {
        this(editor, history, config, Clock.systemUTC());
    }

    HistoryRetention(DatasetEditor editor, HistoryTables history, HistoryConfig config, Clock clock) {
        this.editor = editor;
        this.history = history;
        this.config = config;
        this.clock = clock;
    }

    /** Waits before the first time, so that a command that ends soon deletes nothing. */
    void start(@Observes StartupEvent event) {
        task = Optional.of(PeriodicTask.every(config.pause(), config.pause(), "history", this::run));
    }

    @PreDestroy
    void end() {
        task.ifPresent(PeriodicTask::close);
    }

    /** Deletes what is too old. */
    void run() {
        editor.maintain(connection -> {
            forgetKeys(connection, clock.instant().minus(config.keys()));
            return false;
        });
        if (config.keep().isPresent()) {
            Instant oldest = clock.instant().minus(config.keep().get());
            boolean more = true;
            while (more) {
                more = editor.maintain(connection -> forgetEdits(connection, oldest));
            }
        }
    }

    private static void forgetKeys(Connection connection, Instant oldest) throws SQLException {
        JdbcOperations.execute(connection, """
                UPDATE edit
                SET request_key = NULL, request_hash = NULL
                WHERE request_key IS NOT NULL
                AND made_at < ?""", CustomScalars.written(oldest));
    }

    /**
     * Deletes edits that are too old. The last of them stays: the dataset after it is the oldest that can be asked for.
     *
     * @return false if there are none
     */
    private boolean forgetEdits(Connection connection, Instant oldest) throws SQLException {
        int first = number(connection, "SELECT COALESCE(MIN(id), 0) FROM edit");
        int last = number(connection, "SELECT COALESCE(MAX(id), 0) FROM edit WHERE made_at <= ?",
                CustomScalars.written(oldest));
        int start = Math.min(last, first + STEP);
        if (start <= first) {
            return false;
        }
        history.forget(connection, start);
        int change = number(connection, "SELECT COALESCE(MAX(id), 0) FROM record_change WHERE edit_id < ?", start);
        int field = number(connection, "SELECT COALESCE(MAX(id), 0) FROM field_change WHERE change_id <= ?", change);
        JdbcOperations.execute(connection, "UPDATE edit SET reverted_id = NULL WHERE reverted_id < ?", start);
        forget(connection, "field_change", field);
        forget(connection, "record_change", change);
        forget(connection, "edit", start - 1);
        return true;
    }

    /** Deletes the records of a log up to a number. */
    private static void forget(Connection connection, String log, int last) throws SQLException {
        if (JdbcOperations.execute(connection, "DELETE FROM " + log + " WHERE id <= ?", last) > 0
                && JdbcOperations.execute(connection, "UPDATE log_start SET number = ? WHERE log = ?", last, log) == 0) {
            JdbcOperations.execute(connection, "INSERT INTO log_start (log, number) VALUES (?, ?)", log, last);
        }
    }

    private static int number(Connection connection, String sql, Object... values) throws SQLException {
        return JdbcOperations.first(connection, sql, row -> row.getInt(1), values).orElseThrow();
    }
}
