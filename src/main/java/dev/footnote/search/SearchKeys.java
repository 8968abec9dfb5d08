package dev.footnote.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.hibernate.StatelessSession;

import dev.footnote.spelling.Folding;
import dev.footnote.spelling.Spelling;
import dev.footnote.transfer.Derived;
import io.quarkus.runtime.StartupEvent;

/** Derives the keys by which names are found. Names are read a thousand at a time, because there may be millions. */
@Singleton
public class SearchKeys implements Derived {

    private static final int PAGE = 1000;

    private static final List<Names> NAMES = List.of(
            new Names(SearchType.ORGANIZATION, true, """
                    SELECT id, id, name
                    FROM organization
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?"""),
            new Names(SearchType.PERSON, true, """
                    SELECT id, id, name
                    FROM person
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?"""),
            new Names(SearchType.INITIATIVE, true, """
                    SELECT id, id, name
                    FROM initiative
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?"""),
            new Names(SearchType.TOPIC, true, """
                    SELECT id, id, name
                    FROM topic
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?"""),
            new Names(SearchType.SOURCE, true, """
                    SELECT id, id, title
                    FROM source
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?"""),
            new Names(SearchType.ORGANIZATION, false, """
                    SELECT id, organization_id, text
                    FROM name
                    WHERE id > ?
                    AND organization_id IS NOT NULL
                    ORDER BY id
                    LIMIT ?"""),
            new Names(SearchType.PERSON, false, """
                    SELECT id, person_id, text
                    FROM name
                    WHERE id > ?
                    AND person_id IS NOT NULL
                    ORDER BY id
                    LIMIT ?"""),
            new Names(SearchType.INITIATIVE, false, """
                    SELECT id, initiative_id, text
                    FROM name
                    WHERE id > ?
                    AND initiative_id IS NOT NULL
                    ORDER BY id
                    LIMIT ?"""));

    /** Where names of a kind stand: their ids, whose they are, and how they are written. */
    private record Names(SearchType type, boolean main, String sql) {
    }

    private record Name(int id, int subject, String text) {
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
    public void derive(StatelessSession session) {
        session.doWork(SearchKeys::derive);
    }

    private static void derive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM search_key");
            statement.execute("DELETE FROM search_name");
        }
        try (KeyWriting writing = new KeyWriting(connection)) {
            for (Names names : NAMES) {
                copy(connection, names, writing);
            }
        }
    }

    private static void copy(Connection connection, Names names, KeyWriting writing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(names.sql())) {
            List<Name> page;
            int last = 0;
            do {
                page = page(statement, last);
                for (Name name : page) {
                    writing.write(names.type(), name.subject(), names.main(), name.text());
                    last = name.id();
                }
            } while (page.size() == PAGE);
        }
    }

    private static List<Name> page(PreparedStatement statement, int last) throws SQLException {
        statement.setInt(1, last);
        statement.setInt(2, PAGE);
        List<Name> page = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                page.add(new Name(rows.getInt(1), rows.getInt(2), rows.getString(3)));
            }
        }
        return page;
    }
}
