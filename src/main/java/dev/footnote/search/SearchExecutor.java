package dev.footnote.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.database.Dialect;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.search.SearchKeyFormat.Span;
import dev.footnote.search.normalization.NormalizedName;

/** Runs one search. It looks for the best matches first, and for weaker ones only while fewer than the maximum are found. */
final class SearchExecutor {

    /** Maximum number of records found. */
    static final int MOST = 500;
    /** If fewer records are found, the search text may contain a typing error. */
    private static final int FEW = 5;
    /** Maximum number of names read for the names that several words share. */
    private static final int MOST_NAMES = 1000;
    /** Maximum number of names of each type looked up for one of several words. */
    private static final int MOST_OF_A_WORD = 5000;
    /** Maximum number of names looked up for one half of one of several words with a possible typing error. */
    private static final int MOST_OF_A_HALF = 2000;
    /** Maximum number of names read for a possible typing error. */
    private static final int MOST_NEAR = 200;
    private static final int MOST_WORDS = 4;

    private final List<SearchType> types;
    private final List<SearchQuery> queries;
    private final SearchKeyLookup lookup;
    private final Set<String> tables;
    private final Map<String, SearchKeyLookup.Ids> ofWords = new HashMap<>();
    private final Map<String, Hit> hits = new HashMap<>();

    SearchExecutor(String text, List<SearchType> types, VirtualTable.Reader reader, Dialect dialect) {
        this.types = types;
        this.tables = types.stream().map(SearchType::table).collect(Collectors.toSet());
        this.queries = SearchQuery.of(text);
        this.lookup = new SearchKeyLookup(reader, dialect);
    }

    /** @return rows of sort text, entity type and number of the record, name and match reason, the best first */
    List<Object[]> find() throws SQLException {
        if (queries.isEmpty()) {
            return List.of();
        }
        beginnings();
        if (hits.size() < MOST) {
            others();
        }
        if (hits.size() < MOST) {
            together();
        }
        if (hits.size() < FEW) {
            mistyped(queries.get(0));
        }
        return hits.values().stream().sorted(Comparator.comparing(Hit::place)).limit(MOST).map(Hit::row).toList();
    }

    private void beginnings() throws SQLException {
        List<Span> spans = new ArrayList<>();
        queries.forEach(query -> spans.addAll(SearchKeyFormat.wholes(types, query.whole())));
        take(lookup.read(lookup.ids(spans, MOST / types.size()).ids()), false);
    }

    private void others() throws SQLException {
        List<Span> spans = new ArrayList<>();
        queries.forEach(query -> spans.addAll(SearchKeyFormat.others(types, query.whole())));
        take(lookup.read(lookup.ids(spans, MOST / types.size()).ids()), false);
        for (SearchQuery query : queries) {
            List<String> words = longest(query);
            if (!words.contains(query.whole())) {
                take(lookup.read(limited(common(words, null), MOST_NAMES)), false);
            }
        }
    }

    /** Finds records whose search profile contains all words, although no single name does. */
    private void together() throws SQLException {
        for (SearchQuery query : queries) {
            List<String> words = longest(query);
            if (words.size() > 1) {
                List<SearchKeyLookup.Ids> ids = lookup.ids(
                        words.stream().map(word -> SearchKeyFormat.profiles(types, word)).toList(),
                        MOST_OF_A_WORD);
                lookup.read(limited(common(ids), MOST_NAMES)).forEach(profile -> together(query, profile));
            }
        }
    }

    /** The ids in all results, where only complete results are compared. For a very frequent word not all names are known. */
    private static Set<Integer> common(List<SearchKeyLookup.Ids> ids) {
        SearchKeyLookup.Ids first = ids.stream().min(Comparator.comparing((SearchKeyLookup.Ids one) -> !one.whole())
                .thenComparing(one -> one.ids().size())).orElseThrow();
        Set<Integer> common = new LinkedHashSet<>(first.ids());
        ids.stream().filter(SearchKeyLookup.Ids::whole).forEach(one -> common.retainAll(one.ids()));
        return common;
    }

    private void together(SearchQuery query, SearchCandidate profile) {
        int rank = SearchRanking.together(query, profile.spelling());
        if (rank != SearchRanking.NONE) {
            // records with most of the words in their name come first
            List<NormalizedName> names = NormalizedName.of(profile.text());
            long missing = query.needed().stream().filter(word -> names.stream().noneMatch(name -> name.begins(word))).count();
            take(profile, rank, profile.place(rank, (int) Math.min(9, missing)));
        }
    }

    private void mistyped(SearchQuery query) throws SQLException {
        lookup.read(lookup.ids(SearchKeyFormat.near(query.whole()), MOST_NEAR).ids());
        List<String> words = longest(query);
        for (String word : words.size() > 1 ? words : List.<String> of()) {
            Set<Integer> near = lookup.ids(SearchKeyFormat.near(word), MOST_OF_A_HALF).ids();
            List<String> others = words.stream().filter(other -> !other.equals(word)).toList();
            lookup.read(limited(common(others, near), MOST_NEAR));
        }
        // a word that is still being typed may also have a typing error, if its first half has none
        Optional<String> half = SearchKeyFormat.half(query.whole());
        if (half.isPresent()) {
            lookup.read(lookup.ids(SearchKeyFormat.wholes(types, half.get()), MOST_NEAR / types.size()).ids());
        }
        // all names read so far, because a name that did not match may match with a typing error
        take(lookup.candidates(), true);
    }

    /** The most specific words: the longest ones. */
    private static List<String> longest(SearchQuery query) {
        return query.needed().stream().sorted(Comparator.comparing(String::length).reversed()).limit(MOST_WORDS)
                .toList();
    }

    /** The names that contain all the words, restricted to the given names if there are any. */
    private Set<Integer> common(List<String> words, Set<Integer> given) throws SQLException {
        Set<Integer> common = given;
        for (String word : words) {
            if (common != null && common.size() <= MOST_NEAR) {
                return common;
            }
            SearchKeyLookup.Ids ids = ids(word);
            if (common == null) {
                common = new LinkedHashSet<>(ids.ids());
            } else if (ids.whole() || common.size() > MOST_NAMES) {
                common.retainAll(ids.ids());
            }
        }
        return common;
    }

    private SearchKeyLookup.Ids ids(String word) throws SQLException {
        SearchKeyLookup.Ids known = ofWords.get(word);
        if (known == null) {
            List<Span> spans = new ArrayList<>(SearchKeyFormat.wholes(types, word));
            spans.addAll(SearchKeyFormat.inner(types, word));
            known = lookup.ids(spans, MOST_OF_A_WORD);
            ofWords.put(word, known);
        }
        return known;
    }

    private static List<Integer> limited(Collection<Integer> ids, int most) {
        return ids.stream().limit(most).toList();
    }

    private record Hit(String place, Object[] row) {
    }

    /** Keeps the best name of each record. */
    private void take(Collection<SearchCandidate> candidates, boolean near) {
        for (SearchCandidate candidate : candidates) {
            int rank = tables.contains(candidate.kind()) && !candidate.profile() ? rank(candidate.spelling(), near)
                    : SearchRanking.NONE;
            if (rank != SearchRanking.NONE) {
                take(candidate, rank, candidate.place(rank));
            }
        }
    }

    private void take(SearchCandidate candidate, int rank, String place) {
        Hit hit = new Hit(place, new Object[] { place, candidate.kind(), candidate.subject(), candidate.text(),
                SearchRanking.reason(rank).name() });
        hits.merge(candidate.kind() + candidate.subject(), hit,
                (one, other) -> one.place().compareTo(other.place()) <= 0 ? one : other);
    }

    private int rank(NormalizedName spelling, boolean near) {
        for (SearchQuery query : queries) {
            int rank = SearchRanking.of(query, spelling);
            if (rank != SearchRanking.NONE) {
                return rank;
            }
        }
        return near ? SearchRanking.near(queries.get(0), spelling) : SearchRanking.NONE;
    }
}
