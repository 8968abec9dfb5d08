package dev.footnote.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.merging.Pace;
import dev.footnote.spelling.Spelling;

/** Writes names and their keys, and deletes them, thousands at once. */
final class KeyWriting implements AutoCloseable {

    private static final int MOST = 5000;

    private final Connection connection;
    private final Pace pace;
    private final PreparedStatement names;
    private final PreparedStatement keys;
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> named = new ArrayList<>();
    private final PreparedStatement oldNames;
    private final PreparedStatement oldKeys;
    private int waiting;
    private int removing;
    private int last;

    KeyWriting(Connection connection, Pace pace) throws SQLException {
        this.connection = connection;
        this.pace = pace;
        this.names = connection.prepareStatement("""
                INSERT INTO search_name (id, kind, subject_id, main, text, folded)
                VALUES (?, ?, ?, ?, ?, ?)""");
        // two values whatever their number, because a statement with a value for each key would take long to read
        this.keys = connection.prepareStatement("""
                INSERT INTO search_key (text, name_id)
                SELECT *
                FROM unnest(CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY))""");
        this.oldNames = connection.prepareStatement("DELETE FROM search_name WHERE id = ?");
        this.oldKeys = connection.prepareStatement("""
                DELETE FROM search_key
                WHERE text = ?
                AND name_id = ?""");
        try (Statement statement = connection.createStatement();
                ResultSet highest = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM search_name")) {
            highest.next();
            this.last = highest.getInt(1);
        }
    }

    void write(SearchType type, int subject, boolean main, String text) throws SQLException {
        for (Spelling spelling : Spelling.of(text)) {
            names.setInt(1, ++last);
            names.setString(2, type.table());
            names.setInt(3, subject);
            names.setBoolean(4, main);
            names.setString(5, text);
            names.setString(6, String.join(" ", spelling.pieces));
            names.addBatch();
            waiting++;
            for (String key : Keys.of(type, spelling)) {
                texts.add(key);
                named.add(last);
            }
            if (texts.size() >= MOST) {
                flush();
            }
        }
    }

    /**
     * Deletes a name. Its keys are worked out once more, because an index by name would cost every import.
     *
     * @param folded in which of its spellings the name stands there
     */
    void remove(SearchType type, int id, String text, String folded) throws SQLException {
        oldNames.setInt(1, id);
        oldNames.addBatch();
        removing++;
        for (Spelling spelling : Spelling.of(text)) {
            if (String.join(" ", spelling.pieces).equals(folded)) {
                for (String key : Keys.of(type, spelling)) {
                    oldKeys.setString(1, key);
                    oldKeys.setInt(2, id);
                    oldKeys.addBatch();
                    removing++;
                }
            }
        }
        if (removing >= MOST) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (removing > 0) {
            oldNames.executeBatch();
            oldKeys.executeBatch();
            removing = 0;
        }
        if (waiting > 0) {
            names.executeBatch();
            keys.setArray(1, connection.createArrayOf("varchar", texts.toArray()));
            keys.setArray(2, connection.createArrayOf("integer", named.toArray()));
            keys.executeUpdate();
            texts.clear();
            named.clear();
            waiting = 0;
            pace.step();
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        for (PreparedStatement statement : List.of(names, keys, oldNames, oldKeys)) {
            statement.close();
        }
    }
}
