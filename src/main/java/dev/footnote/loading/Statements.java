package dev.footnote.loading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.footnote.graph.Made;
import dev.footnote.plan.Loaded;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.sql.Sql;

/** Runs the statements of one answer over one connection: counts them, and can be stopped. */
final class Statements {

    private final Connection connection;
    private final Effort effort;
    private final Loaded loaded;
    private final int most;

    /** @param most the most rows that may be read */
    Statements(Connection connection, Effort effort, Loaded loaded, int most) {
        this.connection = connection;
        this.effort = effort;
        this.loaded = loaded;
        this.most = most;
    }

    interface ChildReader {
        void read(Integer parent, ResultSet row) throws SQLException;
    }

    void run(Sql sql, Made.RowReader reader) throws SQLException {
        loaded.statements++;
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            effort.begin(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            } finally {
                effort.end();
            }
        }
    }

    /** Runs it once for each parent, which counts as one. */
    void each(Sql sql, Integer[] parents, ChildReader reader) throws SQLException {
        loaded.statements++;
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            effort.begin(statement);
            try {
                for (Integer parent : parents) {
                    effort.check();
                    sql.bindParent(statement, parent);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            reader.read(parent, rows);
                        }
                    }
                }
            } finally {
                effort.end();
            }
        }
    }

    /** Runs what a room has written to make rows of its own. */
    void made(String text, List<?> values, Made.RowReader reader) throws SQLException {
        Sql sql = new Sql().add(text);
        values.forEach(sql::bound);
        run(sql, reader);
    }

    /** Counts one row that is kept for the answer. */
    void count() {
        if (++loaded.rows > most) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "More than " + most
                    + " records would be read for one answer. Ask for smaller pages, or for fewer levels of them."));
        }
    }
}
