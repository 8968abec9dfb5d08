package dev.footnote.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.importer.DerivedData;
import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.AlternativeNames;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.search.normalization.NameFolding;
import dev.footnote.search.normalization.NormalizedName;
import io.quarkus.runtime.StartupEvent;

/** Builds the keys by which names are found. It reads a thousand names at a time, because there may be millions. */
@Singleton
public class SearchKeyIndexer implements DerivedData {

    private static final int PAGE = 1000;

    private static final List<String> TABLES = List.of("search_key", "search_name");

    /** The location of names of one type: the table, the column with the record and the column with the text. */
    private record Names(SearchType type, boolean main, String table, String subject, String text) {

        static Names other(SearchType type) {
            AlternativeNames alias = type.entityType().alias();
            return new Names(type, false, type.entityType().target(alias.names().target()).table(), alias.names().column(),
                    alias.text());
        }

        /** The names without keys. */
        String missing(boolean anew, boolean isScoped) {
            return """
                    SELECT r.id, r.%2$s, r.%3$s
                    FROM %1$s r
                    WHERE r.id > ?
                    AND r.%2$s IS NOT NULL
                    %4$s
                    ORDER BY r.id
                    LIMIT ?""".formatted(table, subject, text,
                    SearchScope.of("r." + subject, isScoped) + (main ? "" : first()) + (anew ? "" : unkept()));
        }

        /** Selects each name only once, because the same name may occur twice, such as in two languages. */
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

        /** The keyed names that their record no longer has. */
        String stale(boolean isScoped) {
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
                    %6$s
                    ORDER BY n.id
                    LIMIT ?""".formatted(table, subject, text, type.table(), main, SearchScope.of("n.subject_id", isScoped));
        }
    }

    private final List<Names> names = new ArrayList<>();
    private final List<SearchType> types;
    private final List<SearchProfile> profiles;

    SearchKeyIndexer(Metamodel metamodel) {
        types = SearchType.all(metamodel);
        types.forEach(type -> names.add(new Names(type, true, type.table(), "id", type.nameColumn())));
        types.stream().filter(type -> type.entityType().alias() != null).forEach(type -> names.add(Names.other(type)));
        profiles = types.stream().filter(SearchType::hasProfile).map(SearchProfile::of).toList();
    }

    /** A row of either query. */
    private record Found(int id, String second, String third) {
    }

    /** Loads the folding rules before the first search, because this takes seconds. */
    void warm(@Observes StartupEvent event) {
        Thread reading = new Thread(() -> NormalizedName.of("\u00e9\u96f7"), "reading the rules of spelling");
        reading.setDaemon(true);
        reading.start();
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String version() {
        return NameFolding.VERSION;
    }

    @Override
    public Set<String> tables() {
        return names.stream().flatMap(one -> Stream.of(one.table(), one.type().table())).collect(Collectors.toSet());
    }

    @Override
    public void derive(Connection connection, boolean anew, CommitStrategy commitStrategy, ProgressListener progress)
            throws SQLException {
        if (anew) {
            for (String table : TABLES) {
                commitStrategy.empty(table);
                commitStrategy.bare(table);
            }
        }
        long[] count = new long[1];
        try (SearchKeyWriter writing = new SearchKeyWriter(connection, commitStrategy)) {
            if (!anew) {
                remove(connection, writing);
            }
            for (Names one : names) {
                each(connection, one.missing(anew, false), name -> {
                    writing.write(one.type(), Integer.parseInt(name.second()), one.main(), name.third());
                    if (++count[0] % PAGE == 0) {
                        progress.tell("finding keys for names", count[0], 0);
                    }
                });
            }
            profiles(connection, anew, writing);
        }
        if (anew) {
            for (String table : TABLES) {
                commitStrategy.indexed(table);
            }
        }
    }

    /** Updates the keys of records that have changed, or one of whose other names has. */
    @Override
    public void update(Connection connection, ChangedRecords changed, CommitStrategy commitStrategy) throws SQLException {
        try (SearchKeyWriter writing = new SearchKeyWriter(connection, commitStrategy)) {
            for (SearchType type : types) {
                Integer[] subjects = SearchScope.subjects(connection, type, changed);
                if (subjects.length > 0) {
                    update(connection, type, writing, connection.createArrayOf("integer", subjects));
                }
            }
        }
    }

    private void update(Connection connection, SearchType type, SearchKeyWriter writing, Array subjects) throws SQLException {
        for (Names one : names) {
            if (one.type() == type) {
                each(connection, one.stale(true),
                        name -> writing.remove(type, name.id(), name.second(), name.third()), subjects);
            }
        }
        for (SearchProfile profile : profiles) {
            if (profile.type() == type) {
                each(connection, profile.stale(true), found -> writing.removeProfile(type, found.id(), found.third()),
                        subjects);
                each(connection, profile.missing(false, true),
                        found -> writing.writeProfile(type, found.id(), found.second(), found.third()), subjects);
            }
        }
        for (Names one : names) {
            if (one.type() == type) {
                each(connection, one.missing(false, true),
                        name -> writing.write(type, Integer.parseInt(name.second()), one.main(), name.third()), subjects);
            }
        }
    }

    private void profiles(Connection connection, boolean anew, SearchKeyWriter writing) throws SQLException {
        for (SearchProfile profile : profiles) {
            each(connection, profile.missing(anew, false),
                    found -> writing.writeProfile(profile.type(), found.id(), found.second(), found.third()));
        }
    }

    private void remove(Connection connection, SearchKeyWriter writing) throws SQLException {
        for (Names one : names) {
            each(connection, one.stale(false), name -> writing.remove(one.type(), name.id(), name.second(), name.third()));
        }
        for (SearchProfile profile : profiles) {
            each(connection, profile.stale(false), found -> writing.removeProfile(profile.type(), found.id(), found.third()));
        }
    }

    private interface Work {
        void on(Found found) throws SQLException;
    }

    /**
     * Processes all rows of a query, page by page. Rows written in the meantime do not affect a page, because a page is read
     * completely before it is processed.
     */
    private static void each(Connection connection, String sql, Work work, Array... scope) throws SQLException {
        List<Found> page;
        int last = 0;
        do {
            page = JdbcOperations.list(connection, sql,
                    row -> new Found(row.getInt(1), row.getString(2), row.getString(3)), values(last, scope));
            for (Found found : page) {
                work.on(found);
                last = found.id();
            }
        } while (page.size() == PAGE);
    }

    private static Object[] values(int last, Array... scope) {
        return scope.length == 0 ? new Object[] { last, PAGE } : new Object[] { last, scope[0], PAGE };
    }
}
