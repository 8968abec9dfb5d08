package dev.footnote.database;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The SQL function {@code folded} for H2. */
public final class H2FoldFunction {

    private static final Pattern MARKS = Pattern
            .compile("[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]");

    private H2FoldFunction() {
    }

    /** Removes capitals, accents and width variants from a text, as the function of the same name on PostgreSQL does. */
    public static String folded(String text) {
        if (text == null) {
            return null;
        }
        if (text.chars().allMatch(character -> character < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // via upper case, because two small letters may share one capital; sigma has another form at the end of a word
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
