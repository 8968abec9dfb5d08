package dev.footnote.dataset.datapackage;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Finds invisible characters in a text. Readers do not see them, and they keep the text from being found. */
public final class HiddenCharacters {

    private static final int LONGEST_SHOWN = 80;

    private HiddenCharacters() {
    }

    /**
     * Checks a text for invisible characters and surrounding blanks.
     *
     * @return a sentence for the author of the dataset, or null if there are none
     */
    public static String of(String text) {
        if (isPlain(text)) {
            return null;
        }
        Set<String> hidden = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (isHidden(text, i) && !isNeeded(text, i)) {
                hidden.add(name(text.codePointAt(i)));
            }
        }
        if (!hidden.isEmpty()) {
            return "The text holds " + String.join(", ", hidden) + ", which readers cannot see. Remove it if it is not"
                    + " intended.";
        }
        int last = text.codePointBefore(text.length());
        if (isBlank(text.codePointAt(0)) || isBlank(last)) {
            return "There are spaces around the text. Remove them if they are not intended.";
        }
        return null;
    }

    /** Fast check first, because nearly all texts contain no such character. */
    private static boolean isPlain(String text) {
        if (text.isEmpty()) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < ' ' && one != '\n' && one != '\r' || one > '~' && !Character.isLetter(one)) {
                return false;
            }
        }
        return text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ';
    }

    private static boolean isBlank(int one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one);
    }

    private static boolean isHidden(String text, int at) {
        int one = text.codePointAt(at);
        return switch (Character.getType(one)) {
            case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
            case Character.CONTROL -> one != '\n' && one != '\r' && one != '\t';
            // replacement character for a lost character
            default -> one == '\ufffd';
        };
    }

    /** Whether a hidden character is needed, as in Persian, in Indian scripts and within emoji. */
    private static boolean isNeeded(String text, int at) {
        int one = text.codePointAt(at);
        if (one >= 0xe0020 && one <= 0xe007f) {
            return true;
        }
        if (one == 0x200c || one == 0x200d) {
            return at > 0 && text.codePointBefore(at) > 0x590;
        }
        return (one == 0x200e || one == 0x200f || one == 0x61c) && text.codePoints().anyMatch(HiddenCharacters::isFromRight);
    }

    private static boolean isFromRight(int one) {
        byte direction = Character.getDirectionality(one);
        return one != 0x200f && one != 0x61c && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    private static String name(int one) {
        return String.format(Locale.ROOT, "U+%04X", one);
    }

    /** Prepares a text for a message: shortened, with hidden characters made visible. */
    public static String shown(String text) {
        int length = text.codePointCount(0, Math.min(text.length(), 2 * LONGEST_SHOWN + 2));
        String start = length <= LONGEST_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "...";
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < start.length(); i = start.offsetByCodePoints(i, 1)) {
            int one = start.codePointAt(i);
            if (isHidden(start, i) || one < ' ' || one != ' ' && Character.isSpaceChar(one)) {
                shown.append(name(one));
            } else {
                shown.appendCodePoint(one);
            }
        }
        return shown.toString();
    }
}
