package dev.footnote.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.importer.DerivedData;
import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.search.normalization.NameFolding;
import dev.footnote.search.normalization.NormalizedName;
import io.quarkus.runtime.StartupEvent;

/** Builds the keys by which names are found. It reads a thousand names at a time, because there may be millions. */
@Singleton
public class SearchKeyIndexer implements DerivedData {

    private static final int PAGE = 1000;

    private static final List<String> TABLES = List.of("search_key", "search_name");

    private final List<SearchNames> names = new ArrayList<>();
    private final List<SearchType> types;
    private final List<SearchProfile> profiles;

    SearchKeyIndexer(Metamodel metamodel) {
        types = SearchType.all(metamodel);
        types.forEach(type -> names.add(SearchNames.main(type)));
        types.stream().filter(type -> type.entityType().alias() != null).forEach(type -> names.add(SearchNames.other(type)));
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
        try (SearchKeyWriter writing = new SearchKeyWriter(connection, commitStrategy)) {
            Pass pass = new Pass(connection, writing, type -> true);
            if (!anew) {
                pass.remove();
            }
            pass.add(anew, progress);
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
                    Pass pass = new Pass(connection, writing, type::equals, connection.createArrayOf("integer", subjects));
                    pass.remove();
                    pass.add(false, ProgressListener.NONE);
                }
            }
        }
    }

    /** Brings the keys of some types up to date: of all their records, or of those in the scope. */
    private final class Pass {

        private final Connection connection;
        private final SearchKeyWriter writing;
        private final Predicate<SearchType> types;
        private final Array[] scope;
        private final boolean isScoped;

        Pass(Connection connection, SearchKeyWriter writing, Predicate<SearchType> types, Array... scope) {
            this.connection = connection;
            this.writing = writing;
            this.types = types;
            this.scope = scope;
            this.isScoped = scope.length > 0;
        }

        private Stream<SearchNames> names() {
            return names.stream().filter(one -> types.test(one.type()));
        }

        private Stream<SearchProfile> profiles() {
            return profiles.stream().filter(profile -> types.test(profile.type()));
        }

        /** Removes the keys that no record has any more. */
        void remove() throws SQLException {
            for (SearchNames one : names().toList()) {
                each(connection, one.stale(isScoped),
                        name -> writing.remove(one.type(), name.id(), name.second(), name.third()), scope);
            }
            for (SearchProfile profile : profiles().toList()) {
                each(connection, profile.stale(isScoped),
                        found -> writing.removeProfile(profile.type(), found.id(), found.third()), scope);
            }
        }

        /** @param anew whether there are no keys yet, so that none is looked for */
        void add(boolean anew, ProgressListener progress) throws SQLException {
            long[] count = new long[1];
            for (SearchNames one : names().toList()) {
                each(connection, one.missing(anew, isScoped), name -> {
                    writing.write(one.type(), Integer.parseInt(name.second()), one.main(), name.third());
                    if (++count[0] % PAGE == 0) {
                        progress.tell("finding keys for names", count[0], 0);
                    }
                }, scope);
            }
            for (SearchProfile profile : profiles().toList()) {
                each(connection, profile.missing(anew, isScoped),
                        found -> writing.writeProfile(profile.type(), found.id(), found.second(), found.third()), scope);
            }
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
