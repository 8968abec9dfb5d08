package dev.footnote.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.search.normalization.NormalizedName;

/** Writes and deletes names and their keys, thousands at a time. */
final class SearchKeyWriter implements AutoCloseable {

    private static final int MOST = 5000;

    private final Connection connection;
    private final CommitStrategy commitStrategy;
    private final PreparedStatement names;
    private final PreparedStatement keys;
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> named = new ArrayList<>();
    private final PreparedStatement oldNames;
    private final PreparedStatement oldKeys;
    private int waiting;
    private int removing;
    private int last;

    SearchKeyWriter(Connection connection, CommitStrategy commitStrategy) throws SQLException {
        this.connection = connection;
        this.commitStrategy = commitStrategy;
        this.names = connection.prepareStatement("""
                INSERT INTO search_name (id, kind, subject_id, main, text, folded, profile)
                VALUES (?, ?, ?, ?, ?, ?, ?)""");
        // two parameters for any number of keys, because a statement with a parameter for each key would take long to parse
        this.keys = connection.prepareStatement("""
                INSERT INTO search_key (text, name_id)
                SELECT *
                FROM unnest(CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY))""");
        this.oldNames = connection.prepareStatement("DELETE FROM search_name WHERE id = ?");
        this.oldKeys = connection.prepareStatement("""
                DELETE FROM search_key
                WHERE text = ?
                AND name_id = ?""");
        this.last = JdbcOperations.first(connection, "SELECT COALESCE(MAX(id), 0) FROM search_name", row -> row.getInt(1))
                .orElse(0);
    }

    void write(SearchType type, int subject, boolean main, String text) throws SQLException {
        for (NormalizedName spelling : NormalizedName.of(text)) {
            write(new Row(type, subject, main, text, spelling.pieces, null), SearchKeyFormat.of(type, spelling));
        }
    }

    /** @param name that the record itself contains */
    void writeProfile(SearchType type, int subject, String name, String profile) throws SQLException {
        List<String> words = SearchProfile.words(profile);
        if (!words.isEmpty()) {
            write(new Row(type, subject, true, name, words, profile), SearchKeyFormat.ofProfile(type, words));
        }
    }

    private record Row(SearchType type, int subject, boolean main, String text, List<String> words, String profile) {
    }

    private void write(Row row, Collection<String> found) throws SQLException {
        names.setInt(1, ++last);
        names.setString(2, row.type().table());
        names.setInt(3, row.subject());
        names.setBoolean(4, row.main());
        names.setString(5, row.text());
        names.setString(6, String.join(" ", row.words()));
        names.setString(7, row.profile());
        names.addBatch();
        waiting++;
        for (String key : found) {
            texts.add(key);
            named.add(last);
        }
        if (texts.size() >= MOST) {
            flush();
        }
    }

    /**
     * Deletes a name. Its keys are computed again, because an index by name would slow down every import.
     *
     * @param folded the stored spelling of the name
     */
    void remove(SearchType type, int id, String text, String folded) throws SQLException {
        for (NormalizedName spelling : NormalizedName.of(text)) {
            if (String.join(" ", spelling.pieces).equals(folded)) {
                removeKeys(id, SearchKeyFormat.of(type, spelling));
            }
        }
        removeName(id);
    }

    void removeProfile(SearchType type, int id, String folded) throws SQLException {
        removeKeys(id, SearchKeyFormat.ofProfile(type, List.of(folded.split(" "))));
        removeName(id);
    }

    private void removeName(int id) throws SQLException {
        oldNames.setInt(1, id);
        oldNames.addBatch();
        if (++removing >= MOST) {
            flush();
        }
    }

    private void removeKeys(int id, Collection<String> texts) throws SQLException {
        for (String key : texts) {
            oldKeys.setString(1, key);
            oldKeys.setInt(2, id);
            oldKeys.addBatch();
            removing++;
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
            commitStrategy.step();
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
