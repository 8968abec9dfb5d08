package dev.footnote.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.footnote.folder.Contents;
import dev.footnote.folder.Fault;

/** Has the database find lines that something is wrong with, and tells their places. */
final class Finding {

    private static final int PAGE = 1000;

    private final Connection connection;
    private final Contents contents;
    private final Consumer<Fault> found;

    Finding(Connection connection, Contents contents, Consumer<Fault> found) {
        this.connection = connection;
        this.contents = contents;
        this.found = found;
    }

    /** What is wrong with a line, in sentences made of the value and a second text that the database found beside its place. */
    interface Wording {

        /** @return null where nothing is */
        String of(String first, String second);
    }

    /** @param sql gives place, value and a second text of every line */
    void find(String header, Wording wording, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<Found> first = new ArrayList<>();
                while (rows.next()) {
                    String value = rows.getString(2);
                    String sentence = wording.of(value, rows.getString(3));
                    if (sentence != null && first.size() < PAGE) {
                        first.add(new Found(rows.getLong(1), value, sentence));
                    } else if (sentence != null) {
                        found.accept(contents.fault(rows.getLong(1), header, value, sentence));
                    }
                }
                tell(header, first);
            }
        }
    }

    /** Tells of lines each with the very cell; of more than a page nobody reads them. */
    private void tell(String header, List<Found> lines) {
        try {
            contents.look(header, lines.stream().map(Found::place).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset cannot be read again", e);
        }
        lines.forEach(line -> found.accept(contents.fault(line.place, header, line.value, line.sentence)));
    }

    private record Found(long place, String value, String sentence) {
    }
}
