package dev.footnote.search.normalization;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds a text for comparison: into words of small ASCII letters and digits, and single Chinese characters. It removes what
 * people omit or write differently in a search. Names and queries are both folded, so that texts with the same meaning are
 * equal.
 */
public final class NameFolding {

    /** Changes whenever the folding or the keys of a name change, so that databases rebuild their keys. */
    public static final String VERSION = "3";

    private static final String WITHIN_WORDS = "'`\u00b4\u00b7\u02bb\u02bc\u2018\u2019";

    private final String text;
    private final List<List<String>> words = new ArrayList<>();
    private List<String> word = new ArrayList<>();
    private final StringBuilder latin = new StringBuilder();
    private final StringBuilder other = new StringBuilder();

    private NameFolding(String text) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The words of a text, each split into the pieces at which a match may begin. */
    public static List<List<String>> words(String text) {
        return new NameFolding(text).fold();
    }

    public static boolean isChinese(String piece) {
        return Character.UnicodeScript.of(piece.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /** The same words with Chinese characters replaced by their reading. */
    public static List<List<String>> read(List<List<String>> words) {
        return words.stream().map(NameFolding::readWord).toList();
    }

    private static List<String> readWord(List<String> word) {
        List<String> read = new ArrayList<>();
        for (int i = 0; i < word.size();) {
            int end = i;
            while (end < word.size() && isChinese(word.get(end))) {
                end++;
            }
            read.addAll(end > i ? PinyinReadings.of(word.subList(i, end)) : List.of(word.get(i)));
            i = Math.max(end, i + 1);
        }
        return read;
    }

    private List<List<String>> fold() {
        text.codePoints().forEach(this::take);
        endWord();
        return words;
    }

    private void take(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        if (script == Character.UnicodeScript.HAN) {
            endPiece();
            word.add(Transliteration.SIMPLIFIED.of(character));
        } else if (character < 0x80 ? isPlain(character) : script == Character.UnicodeScript.LATIN) {
            endOther();
            latin.append(character < 0x80 ? String.valueOf((char) (character | 0x20)) : Transliteration.PLAIN.of(character));
        } else if (Character.isLetterOrDigit(character) || isMark(character)) {
            other.appendCodePoint(character);
        } else if (WITHIN_WORDS.indexOf(character) < 0 && Character.getType(character) != Character.FORMAT) {
            endWord();
        }
    }

    private static boolean isPlain(int character) {
        return character >= '0' && character <= '9' || character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z';
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Transliterates the collected letters of other scripts together, because one letter may change the reading of the next.
     */
    private void endOther() {
        if (other.length() > 0) {
            Transliteration.LATIN.of(other.toString()).codePoints().filter(Character::isLetterOrDigit)
                    .forEach(latin::appendCodePoint);
            other.setLength(0);
        }
    }

    private void endPiece() {
        endOther();
        if (latin.length() > 0) {
            word.add(latin.toString());
            latin.setLength(0);
        }
    }

    private void endWord() {
        endPiece();
        if (!word.isEmpty()) {
            words.add(word);
            word = new ArrayList<>();
        }
    }
}
