package dev.footnote.dataset.datapackage;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Checks that every database can store a text unchanged. */
public final class StorableText {

    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private StorableText() {
    }

    /**
     * Says why a database cannot store a text.
     *
     * @param mostBytes largest number of bytes in UTF-8
     * @return a sentence for the author of the dataset, or null if it can
     */
    public static String problem(String text, int mostBytes) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\0') {
                return "The text holds the character U+0000, which databases cannot store. Remove it.";
            }
            if (Character.isSurrogate(one)) {
                if (!Character.isHighSurrogate(one) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return String.format(Locale.ROOT,
                            "The text holds U+%04X, which is half of a character. Databases cannot store it. Write the"
                                    + " whole character, or remove it.",
                            (int) one);
                }
                i++;
            }
        }
        return text.length() <= mostBytes / MOST_BYTES_OF_A_CHARACTER ? null : tooLong(text, mostBytes);
    }

    private static String tooLong(String text, int mostBytes) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= mostBytes ? null
                : String.format(Locale.ROOT,
                        "The text has %,d bytes in UTF-8, and at most %,d fit here. Shorten it.", bytes, mostBytes);
    }
}
