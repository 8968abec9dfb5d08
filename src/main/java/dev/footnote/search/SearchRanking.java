package dev.footnote.search;

import java.util.List;

import dev.footnote.search.normalization.NormalizedName;

/** The rank of a spelling for a query, 0 the best. */
final class SearchRanking {

    static final int NONE = -1;

    private static final int READ = 5;
    private static final int TOGETHER = 10;
    private static final int NEAR = 12;
    private static final int SHORTEST_NEAR_BESIDE_OTHERS = 3;
    private static final int SHORTEST_NEAR_BEGINNING = 5;

    private SearchRanking() {
    }

    static SearchReason reason(int rank) {
        if (rank >= NEAR) {
            return SearchReason.TYPING_ERROR;
        }
        if (rank >= TOGETHER) {
            return SearchReason.SEVERAL_FIELDS;
        }
        return rank >= READ ? SearchReason.READING : SearchReason.values()[rank];
    }

    /** @return {@link #NONE} if it does not match as typed */
    static int of(SearchQuery query, NormalizedName spelling) {
        int rank = plain(query, spelling);
        return rank == NONE || !query.read() ? rank : rank + READ;
    }

    /** @return {@link #NONE} if the search profile does not contain all words */
    static int together(SearchQuery query, NormalizedName profile) {
        if (query.needed().stream().allMatch(profile::holds)) {
            return TOGETHER;
        }
        return query.needed().stream().allMatch(profile::begins) ? TOGETHER + 1 : NONE;
    }

    private static int plain(SearchQuery query, NormalizedName spelling) {
        String whole = query.whole();
        if (spelling.whole.startsWith(whole)) {
            return (spelling.whole.length() == whole.length() ? SearchReason.WHOLE_NAME : SearchReason.BEGINNING).ordinal();
        }
        if (spelling.isTurned(whole) || spelling.holds(whole) || query.needed().stream().allMatch(spelling::holds)) {
            return SearchReason.WORDS.ordinal();
        }
        if (spelling.begins(whole) || spelling.beginsTurned(whole) || query.needed().stream().allMatch(spelling::begins)) {
            return SearchReason.WORD_BEGINNINGS.ordinal();
        }
        boolean initials = whole.length() > 1 && spelling.initials().stream().anyMatch(one -> one.startsWith(whole));
        return initials && !query.read() ? SearchReason.INITIALS.ordinal() : NONE;
    }

    /** @return {@link #NONE} if it does not match even with one typing error */
    static int near(SearchQuery query, NormalizedName spelling) {
        String whole = query.whole();
        if (whole.length() < SearchKeyFormat.SHORTEST_NEAR) {
            return NONE;
        }
        if (spelling.isNearly(whole)) {
            return NEAR;
        }
        String wrong = wrong(query.needed(), spelling);
        if (spelling.nearlyHolds(whole) || wrong != null && spelling.nearlyHolds(wrong)) {
            return NEAR + 1;
        }
        boolean begins = isLong(whole) && spelling.nearlyBegins(whole)
                || wrong != null && isLong(wrong) && spelling.nearlyBegins(wrong);
        return begins ? NEAR + 2 : NONE;
    }

    private static boolean isLong(String word) {
        return word.length() >= SHORTEST_NEAR_BEGINNING;
    }

    /**
     * The only word that is missing in the spelling, if there is exactly one and it is long enough to be recognized; otherwise
     * null.
     */
    private static String wrong(List<String> words, NormalizedName spelling) {
        List<String> missing = words.stream().filter(word -> !spelling.begins(word)).limit(2).toList();
        if (missing.size() != 1) {
            return null;
        }
        int shortest = words.size() == 1 ? SearchKeyFormat.SHORTEST_NEAR : SHORTEST_NEAR_BESIDE_OTHERS;
        return missing.get(0).length() < shortest ? null : missing.get(0);
    }
}
