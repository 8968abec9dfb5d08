package dev.footnote.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.database.Dialect;
import dev.footnote.graph.Made;
import dev.footnote.search.Keys.Span;
import dev.footnote.spelling.Spelling;

/** One search: looks for the best reasons first, and further only while there is room. */
final class Search {

    /** The most records that are found. */
    static final int MOST = 500;
    /** Where fewer are found, one may have mistyped. */
    private static final int FEW = 5;
    /** The names that are read for what words have in common. */
    private static final int MOST_NAMES = 1000;
    /** The names of a kind that are looked at for one of several words. */
    private static final int MOST_OF_A_WORD = 5000;
    /** The names that are looked at for one half of one of several words that may be mistyped. */
    private static final int MOST_OF_A_HALF = 2000;
    /** The names that are read for what may be mistyped. */
    private static final int MOST_NEAR = 200;
    private static final int MOST_WORDS = 4;

    private final Set<SearchType> types;
    private final List<Query> queries;
    private final Lookup lookup;
    private final Set<String> tables;
    private final Map<String, Lookup.Ids> ofWords = new HashMap<>();
    private final Map<String, Hit> hits = new HashMap<>();

    Search(String text, Set<SearchType> types, Made.Reader reader, Dialect dialect) {
        this.types = EnumSet.copyOf(types);
        this.tables = types.stream().map(SearchType::table).collect(Collectors.toSet());
        this.queries = Query.of(text);
        this.lookup = new Lookup(reader, dialect);
    }

    /** @return rows of place, kind and number of the record, name and reason, the best first */
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
        queries.forEach(query -> spans.addAll(Keys.wholes(types, query.whole())));
        take(lookup.read(lookup.ids(spans, MOST / types.size()).ids()), false);
    }

    private void others() throws SQLException {
        List<Span> spans = new ArrayList<>();
        queries.forEach(query -> spans.addAll(Keys.others(types, query.whole())));
        take(lookup.read(lookup.ids(spans, MOST / types.size()).ids()), false);
        for (Query query : queries) {
            List<String> words = longest(query);
            if (!words.contains(query.whole())) {
                take(lookup.read(limited(common(words, null), MOST_NAMES)), false);
            }
        }
    }

    /** Records that have the words not all in one name, but in all that names them. */
    private void together() throws SQLException {
        for (Query query : queries) {
            List<String> words = longest(query);
            if (words.size() > 1) {
                List<Lookup.Ids> ids = lookup.ids(words.stream().map(word -> Keys.profiles(types, word)).toList(),
                        MOST_OF_A_WORD);
                lookup.read(limited(common(ids), MOST_NAMES)).forEach(profile -> together(query, profile));
            }
        }
    }

    /** What is among all, where some are whole: of a word that very many have, not all that have it are known. */
    private static Set<Integer> common(List<Lookup.Ids> ids) {
        Lookup.Ids first = ids.stream().min(Comparator.comparing((Lookup.Ids one) -> !one.whole())
                .thenComparing(one -> one.ids().size())).orElseThrow();
        Set<Integer> common = new LinkedHashSet<>(first.ids());
        ids.stream().filter(Lookup.Ids::whole).forEach(one -> common.retainAll(one.ids()));
        return common;
    }

    private void together(Query query, Candidate profile) {
        int rank = Ranking.together(query, profile.spelling());
        if (rank != Ranking.NONE) {
            // those come first that have most of the words in their name
            List<Spelling> names = Spelling.of(profile.text());
            long missing = query.needed().stream().filter(word -> names.stream().noneMatch(name -> name.begins(word))).count();
            take(profile, rank, profile.place(rank, (int) Math.min(9, missing)));
        }
    }

    private void mistyped(Query query) throws SQLException {
        lookup.read(lookup.ids(Keys.near(query.whole()), MOST_NEAR).ids());
        List<String> words = longest(query);
        for (String word : words.size() > 1 ? words : List.<String> of()) {
            Set<Integer> near = lookup.ids(Keys.near(word), MOST_OF_A_HALF).ids();
            List<String> others = words.stream().filter(other -> !other.equals(word)).toList();
            lookup.read(limited(common(others, near), MOST_NEAR));
        }
        // what is typed along may be mistyped, too, where its first half is not
        String half = Keys.half(query.whole());
        if (half != null) {
            lookup.read(lookup.ids(Keys.wholes(types, half), MOST_NEAR / types.size()).ids());
        }
        // all that was read, because what did not fit before may do so but for an error
        take(lookup.candidates(), true);
    }

    /** The words that say most. */
    private static List<String> longest(Query query) {
        return query.needed().stream().sorted(Comparator.comparing(String::length).reversed()).limit(MOST_WORDS)
                .toList();
    }

    /** The names that have all the words, of those given, where some are. */
    private Set<Integer> common(List<String> words, Set<Integer> given) throws SQLException {
        Set<Integer> common = given;
        for (String word : words) {
            if (common != null && common.size() <= MOST_NEAR) {
                return common;
            }
            Lookup.Ids ids = ids(word);
            if (common == null) {
                common = new LinkedHashSet<>(ids.ids());
            } else if (ids.whole() || common.size() > MOST_NAMES) {
                common.retainAll(ids.ids());
            }
        }
        return common;
    }

    private Lookup.Ids ids(String word) throws SQLException {
        Lookup.Ids known = ofWords.get(word);
        if (known == null) {
            List<Span> spans = new ArrayList<>(Keys.wholes(types, word));
            spans.addAll(Keys.inner(types, word));
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
    private void take(Collection<Candidate> candidates, boolean near) {
        for (Candidate candidate : candidates) {
            int rank = tables.contains(candidate.kind()) && !candidate.profile() ? rank(candidate.spelling(), near)
                    : Ranking.NONE;
            if (rank != Ranking.NONE) {
                take(candidate, rank, candidate.place(rank));
            }
        }
    }

    private void take(Candidate candidate, int rank, String place) {
        Hit hit = new Hit(place, new Object[] { place, candidate.kind(), candidate.subject(), candidate.text(),
                Ranking.reason(rank).name() });
        hits.merge(candidate.kind() + candidate.subject(), hit,
                (one, other) -> one.place().compareTo(other.place()) <= 0 ? one : other);
    }

    private int rank(Spelling spelling, boolean near) {
        for (Query query : queries) {
            int rank = Ranking.of(query, spelling);
            if (rank != Ranking.NONE) {
                return rank;
            }
        }
        return near ? Ranking.near(queries.get(0), spelling) : Ranking.NONE;
    }
}
