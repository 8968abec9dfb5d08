package dev.footnote.dataset.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetReader;

/** Finds problems with SQL queries, and reports them with their places. */
final class ProblemQuery {

    private static final int PAGE = 1000;

    private final Connection connection;
    private final DatasetReader contents;
    private final Consumer<DatasetProblem> found;

    ProblemQuery(Connection connection, DatasetReader contents, Consumer<DatasetProblem> found) {
        this.connection = connection;
        this.contents = contents;
        this.found = found;
    }

    /** Makes the message for a row, from its value and a second text that the query returns. */
    interface Wording {

        /** @return null if there is no problem */
        String of(String first, String second);
    }

    /** @param sql returns the place, the value and a second text of each row */
    void find(String header, Wording wording, String sql) throws SQLException {
        List<Found> first = new ArrayList<>();
        JdbcOperations.read(connection, sql, row -> {
            String value = row.getString(2);
            String sentence = wording.of(value, row.getString(3));
            if (sentence != null && first.size() < PAGE) {
                first.add(new Found(row.getLong(1), value, sentence));
            } else if (sentence != null) {
                found.accept(contents.problem(row.getLong(1), header, value, sentence));
            }
        });
        tell(header, first);
    }

    /** Reports problems with the exact cell. This is done only for the first page, because nobody reads more. */
    private void tell(String header, List<Found> lines) {
        try {
            contents.look(header, lines.stream().map(Found::place).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset cannot be read again", e);
        }
        lines.forEach(line -> found.accept(contents.problem(line.place, header, line.value, line.sentence)));
    }

    private record Found(long place, String value, String sentence) {
    }
}
