package dev.footnote.query.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * Names that are close to one that is not there.
 *
 * @param open whether names are given away at all, because they tell about the schema what introspection would
 */
public record NameSuggestions(boolean open) {

    private static final int FEW = 12;

    /** A sentence to be appended, with a space in front; empty where nothing is close. */
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
                // or what the name begins with, such as descending
                .or(() -> known.stream().filter(one -> name.length() > one.length() && one.length() > 2
                        && name.toUpperCase(Locale.ROOT).startsWith(one)).max(Comparator.comparing(String::length)))
                .map(one -> " Did you mean " + one + "?").orElse("");
    }

    /** The same for names that are all told where they are few and none of them is close. */
    String orAll(String name, Collection<String> known) {
        String close = of(name, known);
        return !open || !close.isEmpty() || known.size() > FEW ? close : " Give one of " + String.join(", ", known) + ".";
    }

    /** How many letters are to be put in, left out or exchanged, whether small or capital. */
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
