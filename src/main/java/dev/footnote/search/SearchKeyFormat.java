package dev.footnote.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.search.normalization.NormalizedName;

/**
 * The format of the keys of a name in the key table, and the key ranges that a query reads. The first letter of a key is the
 * type of the record and the second letter the kind of key, so that a lookup reads only the relevant keys.
 */
final class SearchKeyFormat {

    /** Maximum length of a key. A longer text is compared as a whole once it is found. */
    private static final int LONGEST = 40;
    private static final int MOST_PIECES = 32;
    /** Minimum length for typing errors. Of shorter names, every second one would match with a typing error. */
    static final int SHORTEST_NEAR = 4;
    /** Minimum length of a single word for typing errors. It is higher, because words recur in many names. */
    private static final int SHORTEST_NEAR_WORD = 5;

    /** Maximum number of words of a search profile. A record with more words is found by the first ones. */
    private static final int MOST_WORDS = 100;

    private static final char PROFILE = '&';
    private static final char WHOLE = '=';
    private static final char INNER = '~';
    private static final char INITIALS = '#';
    private static final char FIRST_HALF = '<';
    private static final char SECOND_HALF = '>';

    /** The keys from one text up to, but not including, another. */
    record Span(String low, String high) {

        static Span beginningWith(String prefix) {
            int last = prefix.codePointBefore(prefix.length());
            // because no key contains half a character
            int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
            return new Span(prefix, new StringBuilder(prefix)
                    .delete(prefix.length() - Character.charCount(last), prefix.length()).appendCodePoint(next).toString());
        }
    }

    private SearchKeyFormat() {
    }

    /** The keys of a search profile: one for each word. */
    static Set<String> ofProfile(SearchType type, List<String> words) {
        return words.stream().limit(MOST_WORDS).map(word -> cut(type, PROFILE, word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All records with a word in their search profile that equals or begins with the given word. */
    static List<Span> profiles(List<SearchType> types, String word) {
        return types.stream().filter(SearchType::hasProfile).map(type -> Span.beginningWith(cut(type, PROFILE, word)))
                .toList();
    }

    static Set<String> of(SearchType type, NormalizedName spelling) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(cut(type, WHOLE, spelling.whole));
        near(spelling.whole, keys);
        int pieces = Math.min(MOST_PIECES, spelling.pieces.size());
        for (int i = 0; i < pieces; i++) {
            if (i > 0) {
                keys.add(cut(type, INNER, spelling.from(i)));
            }
            if (spelling.pieces.get(i).length() >= SHORTEST_NEAR_WORD) {
                near(spelling.pieces.get(i), keys);
            }
        }
        spelling.initials().forEach(initials -> keys.add(cut(type, INITIALS, initials)));
        return keys;
    }

    private static String cut(SearchType type, char sort, String text) {
        int end = Math.min(LONGEST, text.length());
        // not within a character, because no database accepts half of one
        int whole = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return "" + type.mark() + sort + text.substring(0, whole);
    }

    /**
     * Adds keys for both halves of a word, each with the word's length. One typing error leaves one half unchanged, so the word
     * is found by that half.
     */
    private static void near(String word, Set<String> keys) {
        if (canBeNear(word)) {
            int middle = word.length() / 2;
            keys.add(half(FIRST_HALF, word.length(), word.substring(0, middle)));
            keys.add(half(SECOND_HALF, word.length(), word.substring(middle)));
        }
    }

    static boolean canBeNear(String word) {
        return word.length() >= SHORTEST_NEAR && word.length() <= LONGEST
                && word.codePoints().allMatch(Character::isBmpCodePoint);
    }

    private static String half(char sort, int length, String half) {
        return "" + sort + length + ':' + half;
    }

    /** All names that begin with the word. */
    static List<Span> wholes(List<SearchType> types, String word) {
        return types.stream().map(type -> Span.beginningWith(cut(type, WHOLE, word))).toList();
    }

    /** All names that contain the word at a later position. */
    static List<Span> inner(List<SearchType> types, String word) {
        return types.stream().map(type -> Span.beginningWith(cut(type, INNER, word))).toList();
    }

    /** All names that contain the word at a later position, or whose initials begin with it. */
    static List<Span> others(List<SearchType> types, String word) {
        List<Span> spans = new ArrayList<>(inner(types, word));
        // a single letter would match the initials of too many names
        if (word.length() > 1) {
            types.forEach(type -> spans.add(Span.beginningWith(cut(type, INITIALS, word))));
        }
        return spans;
    }

    /** @return empty if the word is too short to be split */
    static Optional<String> half(String word) {
        return canBeNear(word) ? Optional.of(word.substring(0, word.length() / 2)) : Optional.empty();
    }

    /** All names, and all words of names, that may equal the word except for one typing error. */
    static List<Span> near(String word) {
        if (!canBeNear(word)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (int length = word.length() - 1; length <= word.length() + 1; length++) {
            int middle = length / 2;
            spans.add(Span.beginningWith(half(FIRST_HALF, length, word.substring(0, middle))));
            spans.add(Span.beginningWith(half(SECOND_HALF, length, word.substring(word.length() - (length - middle)))));
        }
        // two letters swapped across the middle change both halves
        int middle = word.length() / 2;
        spans.add(Span.beginningWith(half(FIRST_HALF, word.length(),
                word.substring(0, middle - 1) + word.charAt(middle))));
        return spans;
    }
}
