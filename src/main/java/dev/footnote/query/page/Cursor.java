package dev.footnote.query.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Cursor: a position in an ordered list. It contains the values of the sort keys and a seal that identifies the list and its
 * order. It contains values instead of an offset, so that records that are added or removed elsewhere in the list do not make
 * a page lose or repeat a record.
 */
public final class Cursor {

    /** The seal of a cursor that is valid for every list in the order of numbers. */
    static final String NUMBER = "number";
    private static final String NEXT = "\u0000";
    private static final char NULL = '-';
    private static final char KNOWN = '+';

    private Cursor() {
    }

    public static String write(String seal, Object[] row, int from, int count) {
        StringBuilder text = new StringBuilder(64).append(seal);
        for (int i = from; i < from + count; i++) {
            text.append(NEXT).append(row[i] == null ? NULL : KNOWN).append(row[i] == null ? "" : row[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The position after the record with a number, in every list in the order of numbers. */
    public static String ofNumber(int number) {
        return write(NUMBER, new Object[] { number }, 0, 1);
    }

    /**
     * Reads the values of the sort keys as text; null if unknown.
     *
     * @throws IllegalArgumentException with a message for the client if the cursor does not belong to this list
     */
    public static List<String> read(String cursor, String seal, int count) {
        return read(cursor, Set.of(seal), count);
    }

    /** @param seals of the cursors that are valid for the list */
    static List<String> read(String cursor, Set<String> seals, int count) {
        String[] parts = decoded(cursor).split(NEXT, -1);
        if (!seals.contains(parts[0]) || parts.length != count + 1) {
            throw new IllegalArgumentException("The cursor belongs to another list, order or filter."
                    + " Use a cursor that this list gave with the same orderBy and filter, or start at the first page.");
        }
        return Arrays.stream(parts, 1, parts.length).map(Cursor::value).toList();
    }

    private static String value(String part) {
        return part.isEmpty() || part.charAt(0) == NULL ? null : part.substring(1);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + (cursor.length() > 40 ? cursor.substring(0, 40) + "..." : cursor)
                    + "\" is not a cursor. Use one that a page of this list gave.");
        }
    }
}
