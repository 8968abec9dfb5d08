package dev.footnote.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.merging.Pace;
import dev.footnote.spelling.Folding;
import dev.footnote.spelling.Spelling;
import dev.footnote.staging.Progress;
import dev.footnote.transfer.Derived;
import io.quarkus.runtime.StartupEvent;

/** Derives the keys by which names are found. Names are read a thousand at a time, because there may be millions. */
@Singleton
public class SearchKeys implements Derived {

    private static final int PAGE = 1000;

    private static final List<String> TABLES = List.of("search_key", "search_name");
    private static final List<Names> NAMES = List.of(
            new Names(SearchType.ORGANIZATION, true, "organization", "id", "name"),
            new Names(SearchType.PERSON, true, "person", "id", "name"),
            new Names(SearchType.INITIATIVE, true, "initiative", "id", "name"),
            new Names(SearchType.EVENT, true, "event", "id", "name"),
            new Names(SearchType.PRODUCT, true, "product", "id", "name"),
            new Names(SearchType.TOPIC, true, "topic", "id", "name"),
            new Names(SearchType.SOURCE, true, "source", "id", "title"),
            new Names(SearchType.ORGANIZATION, false, "name", "organization_id", "text"),
            new Names(SearchType.PERSON, false, "name", "person_id", "text"),
            new Names(SearchType.INITIATIVE, false, "name", "initiative_id", "text"),
            new Names(SearchType.EVENT, false, "name", "event_id", "text"),
            new Names(SearchType.PRODUCT, false, "name", "product_id", "text"));

    /** Where names of a kind stand: in which table, and in which columns whose they are and how they are written. */
    private record Names(SearchType type, boolean main, String table, String subject, String text) {

        /** Those that have no keys yet. */
        String missing(boolean anew) {
            return """
                    SELECT r.id, r.%2$s, r.%3$s
                    FROM %1$s r
                    WHERE r.id > ?
                    AND r.%2$s IS NOT NULL
                    %4$s
                    ORDER BY r.id
                    LIMIT ?""".formatted(table, subject, text, (main ? "" : first()) + (anew ? "" : unkept()));
        }

        /** The same name may be there twice, such as in two languages. */
        private String first() {
            return """
                    AND NOT EXISTS (
                      SELECT 1
                      FROM %1$s o
                      WHERE o.%2$s = r.%2$s
                      AND o.%3$s = r.%3$s
                      AND o.id < r.id)
                    """.formatted(table, subject, text);
        }

        private String unkept() {
            return """
                    AND NOT EXISTS (
                      SELECT 1
                      FROM search_name n
                      WHERE n.subject_id = r.%1$s
                      AND n.kind = '%3$s'
                      AND n.main = %4$s
                      AND n.profile IS NULL
                      AND n.text = r.%2$s)""".formatted(subject, text, type.table(), main);
        }

        /** Those whose keys are of a record that bears them no more. */
        String stale() {
            return """
                    SELECT n.id, n.text, n.folded
                    FROM search_name n
                    WHERE n.id > ?
                    AND n.kind = '%4$s'
                    AND n.main = %5$s
                    AND n.profile IS NULL
                    AND NOT EXISTS (
                      SELECT 1
                      FROM %1$s r
                      WHERE r.%2$s = n.subject_id
                      AND r.%3$s = n.text)
                    ORDER BY n.id
                    LIMIT ?""".formatted(table, subject, text, type.table(), main);
        }
    }

    /** A row of either. */
    private record Found(int id, String second, String third) {
    }

    /** Has the rules of folding read ahead of the first question, because that takes seconds. */
    void warm(@Observes StartupEvent event) {
        Thread reading = new Thread(() -> Spelling.of("\u00e9\u96f7"), "reading the rules of spelling");
        reading.setDaemon(true);
        reading.start();
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String version() {
        return Folding.VERSION;
    }

    @Override
    public void derive(Connection connection, boolean anew, Pace pace, Progress progress) throws SQLException {
        if (anew) {
            for (String table : TABLES) {
                pace.empty(table);
                pace.bare(table);
            }
        }
        long[] count = new long[1];
        try (KeyWriting writing = new KeyWriting(connection, pace)) {
            if (!anew) {
                remove(connection, writing);
            }
            for (Names names : NAMES) {
                each(connection, names.missing(anew), name -> {
                    writing.write(names.type(), Integer.parseInt(name.second()), names.main(), name.third());
                    if (++count[0] % PAGE == 0) {
                        progress.tell("finding keys for names", count[0], 0);
                    }
                });
            }
            profiles(connection, anew, writing);
        }
        if (anew) {
            for (String table : TABLES) {
                pace.indexed(table);
            }
        }
    }

    private static void profiles(Connection connection, boolean anew, KeyWriting writing) throws SQLException {
        for (Profile profile : Profile.ALL) {
            each(connection, profile.missing(anew),
                    found -> writing.writeProfile(profile.type(), found.id(), found.second(), found.third()));
        }
    }

    private static void remove(Connection connection, KeyWriting writing) throws SQLException {
        for (Names names : NAMES) {
            each(connection, names.stale(), name -> writing.remove(names.type(), name.id(), name.second(), name.third()));
        }
        for (Profile profile : Profile.ALL) {
            each(connection, profile.stale(), found -> writing.removeProfile(profile.type(), found.id(), found.third()));
        }
    }

    private interface Work {
        void on(Found found) throws SQLException;
    }

    /** What is written meanwhile has no part in it, because a page is read before the first of it is worked on. */
    private static void each(Connection connection, String sql, Work work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<Found> page;
            int last = 0;
            do {
                page = page(statement, last);
                for (Found found : page) {
                    work.on(found);
                    last = found.id();
                }
            } while (page.size() == PAGE);
        }
    }

    private static List<Found> page(PreparedStatement statement, int last) throws SQLException {
        statement.setInt(1, last);
        statement.setInt(2, PAGE);
        List<Found> page = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                page.add(new Found(rows.getInt(1), rows.getString(2), rows.getString(3)));
            }
        }
        return page;
    }
}
