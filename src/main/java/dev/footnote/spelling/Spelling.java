package dev.footnote.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A name in the form in which it is compared: its words and Chinese characters, each of which one may begin to look for. */
public final class Spelling {

    /** Words that are left out of initials, and forgiven where a query has them and the name has not. */
    public static final Set<String> SMALL = Set.of("and", "at", "by", "for", "in", "of", "on", "the", "to");

    public final List<String> pieces;
    /** All of it without blanks. */
    public final String whole;
    private final int[] starts;

    public Spelling(List<String> pieces) {
        this.pieces = pieces;
        this.whole = String.join("", pieces);
        this.starts = new int[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i + 1] = starts[i] + pieces.get(i).length();
        }
    }

    /** As written and, where it holds Chinese characters, as these are read. */
    public static List<Spelling> of(String name) {
        List<List<String>> words = Folding.words(name);
        List<String> written = flat(words);
        if (written.isEmpty()) {
            return List.of();
        }
        return written.stream().noneMatch(Folding::isChinese) ? List.of(new Spelling(written))
                : List.of(new Spelling(written), new Spelling(flat(Folding.read(words))));
    }

    private static List<String> flat(List<List<String>> words) {
        return words.stream().flatMap(List::stream).toList();
    }

    /** From a piece on, then round to the one before it, so that names are found with their words in another order. */
    public String from(int piece) {
        return whole.substring(starts[piece]) + whole.substring(0, starts[piece]);
    }

    /** The first letters of all words and, where that is something else, of those that are not small. */
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

    /** Whether the word is all of it, from some piece on and round. */
    public boolean isTurned(String word) {
        return word.length() == whole.length() && beginsTurned(word);
    }

    /** Whether the word begins at some piece and goes on, round, at the first. */
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

    /** Whether a piece, and what follows it, begins with the word. */
    public boolean begins(String word) {
        for (int i = 0; i < pieces.size(); i++) {
            if (whole.startsWith(word, starts[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word is a piece, or several that follow each other. */
    public boolean holds(String word) {
        for (int i = 0; i < pieces.size(); i++) {
            if (whole.startsWith(word, starts[i]) && ends(starts[i] + word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of it is the word but for one typing error: a letter missing, too many, another, or in the next's place. */
    public boolean isNearly(String word) {
        return Typing.isNear(word, whole);
    }

    /** Whether the word is held but for one typing error. */
    public boolean nearlyHolds(String word) {
        return nearly(word, true);
    }

    /** Whether a piece, and what follows it, begins with the word but for one typing error. */
    public boolean nearlyBegins(String word) {
        return nearly(word, false);
    }

    private boolean nearly(String word, boolean complete) {
        for (int i = 0; i < pieces.size(); i++) {
            for (int length = word.length() - 1; length <= word.length() + 1; length++) {
                int end = starts[i] + length;
                if (end <= whole.length() && (!complete || ends(end))
                        && Typing.isNear(word, whole.substring(starts[i], end))) {
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
