package dev.footnote.search.normalization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A name in normalized form: its words and Chinese characters. A match may begin at each of these pieces. */
public final class NormalizedName {

    /** Words that are omitted from initials. A query may contain them even if the name does not. */
    public static final Set<String> SMALL = Set.of("and", "at", "by", "for", "in", "of", "on", "the", "to");

    public final List<String> pieces;
    /** The whole name without blanks. */
    public final String whole;
    private final int[] starts;

    public NormalizedName(List<String> pieces) {
        this.pieces = pieces;
        this.whole = String.join("", pieces);
        this.starts = new int[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i + 1] = starts[i] + pieces.get(i).length();
        }
    }

    /** The name as written and, if it contains Chinese characters, also with their reading. */
    public static List<NormalizedName> of(String name) {
        List<List<String>> words = NameFolding.words(name);
        List<String> written = flat(words);
        if (written.isEmpty()) {
            return List.of();
        }
        return written.stream().noneMatch(NameFolding::isChinese) ? List.of(new NormalizedName(written))
                : List.of(new NormalizedName(written), new NormalizedName(flat(NameFolding.read(words))));
    }

    private static List<String> flat(List<List<String>> words) {
        return words.stream().flatMap(List::stream).toList();
    }

    /**
     * The name from a piece on, followed by the part before that piece, so that names are found with their words in another
     * order.
     */
    public String from(int piece) {
        return whole.substring(starts[piece]) + whole.substring(0, starts[piece]);
    }

    /** The initials of all words and, if different, of all words that are not small. */
    public List<String> initials() {
        String all = initials(pieces);
        String some = initials(pieces.stream().filter(piece -> !SMALL.contains(piece)).toList());
        List<String> initials = new ArrayList<>();
        if (all.length() > 1 && !all.equals(whole)) {
            initials.add(all);
        }
        if (some.length() > 1 && !some.equals(all)) {
            initials.add(some);
        }
        return initials;
    }

    private static String initials(List<String> pieces) {
        StringBuilder initials = new StringBuilder();
        pieces.forEach(piece -> initials.appendCodePoint(piece.codePointAt(0)));
        return initials.toString();
    }

    /** Whether the word equals the whole name, rotated to begin at some piece. */
    public boolean isTurned(String word) {
        return word.length() == whole.length() && beginsTurned(word);
    }

    /** Whether the word begins at some piece, and continues from the end of the name at its first piece. */
    public boolean beginsTurned(String word) {
        for (int i = 1; i < pieces.size(); i++) {
            int tail = whole.length() - starts[i];
            if (word.length() > tail && word.length() <= whole.length() && word.startsWith(whole.substring(starts[i]))
                    && whole.startsWith(word.substring(tail))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name, from some piece on, begins with the word. */
    public boolean begins(String word) {
        for (int i = 0; i < pieces.size(); i++) {
            if (whole.startsWith(word, starts[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word is a piece, or several consecutive pieces. */
    public boolean holds(String word) {
        for (int i = 0; i < pieces.size(); i++) {
            if (whole.startsWith(word, starts[i]) && ends(starts[i] + word.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the whole name equals the word except for one typing error: one letter missing, extra, wrong, or swapped with the
     * next.
     */
    public boolean isNearly(String word) {
        return TypoMatcher.isNear(word, whole);
    }

    /** Whether the name contains the word except for one typing error. */
    public boolean nearlyHolds(String word) {
        return nearly(word, true);
    }

    /** Whether the name, from some piece on, begins with the word except for one typing error. */
    public boolean nearlyBegins(String word) {
        return nearly(word, false);
    }

    private boolean nearly(String word, boolean complete) {
        for (int i = 0; i < pieces.size(); i++) {
            for (int length = word.length() - 1; length <= word.length() + 1; length++) {
                int end = starts[i] + length;
                if (end <= whole.length() && (!complete || ends(end))
                        && TypoMatcher.isNear(word, whole.substring(starts[i], end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean ends(int place) {
        for (int start : starts) {
            if (start == place) {
                return true;
            }
        }
        return false;
    }
}
