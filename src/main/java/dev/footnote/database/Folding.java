package dev.footnote.database;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The function {@code folded} of H2. */
public final class Folding {

    private static final Pattern MARKS = Pattern
            .compile("[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]");

    private Folding() {
    }

    /** A text without capitals, accents and widths, as the function of the same name on PostgreSQL has it. */
    public static String folded(String text) {
        if (text == null) {
            return null;
        }
        if (text.chars().allMatch(character -> character < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // by way of capitals, because two small letters may have one capital in common; sigma is another at the end of a word
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
