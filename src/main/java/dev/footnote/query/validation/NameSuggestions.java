package dev.footnote.query.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * Suggests known names that are close to an unknown one.
 *
 * @param open whether names may be disclosed at all, because they reveal as much about the schema as introspection
 */
public record NameSuggestions(boolean open) {

    private static final int FEW = 12;

    /** A sentence to append, with a leading space; empty if no name is close. */
    String of(String name, Collection<String> known) {
        if (!open || name.length() > 60) {
            return "";
        }
        String same = known.stream().filter(one -> ForeignOperatorNames.plain(one).equals(ForeignOperatorNames.plain(name)))
                .findFirst().orElse(null);
        if (same != null) {
            return " Did you mean " + same + "?";
        }
        int most = 1 + name.length() / 4;
        return known.stream().filter(one -> !one.startsWith("__") && Math.abs(one.length() - name.length()) <= most)
                .filter(one -> distance(name, one) <= most)
                .min(Comparator.comparingInt((String one) -> distance(name, one)).thenComparing(Comparator.naturalOrder()))
                // or a known name with which the unknown one begins, such as DESC in descending
                .or(() -> known.stream().filter(one -> name.length() > one.length() && one.length() > 2
                        && name.toUpperCase(Locale.ROOT).startsWith(one)).max(Comparator.comparing(String::length)))
                .map(one -> " Did you mean " + one + "?").orElse("");
    }

    /** The same, but if no name is close and there are only a few names, all of them are listed. */
    String orAll(String name, Collection<String> known) {
        String close = of(name, known);
        return !open || !close.isEmpty() || known.size() > FEW ? close : " Give one of " + String.join(", ", known) + ".";
    }

    /** The number of letters to insert, delete or replace, ignoring case. */
    private static int distance(String from, String to) {
        String left = from.toLowerCase(Locale.ROOT);
        String right = to.toLowerCase(Locale.ROOT);
        int[] above = new int[right.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] line = new int[above.length];
            line[0] = row;
            for (int column = 1; column < line.length; column++) {
                int exchanged = above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                line[column] = Math.min(exchanged, 1 + Math.min(above[column], line[column - 1]));
            }
            above = line;
        }
        return above[right.length()];
    }
}
