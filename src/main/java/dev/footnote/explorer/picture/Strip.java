package dev.footnote.explorer.picture;

import java.util.List;
import java.util.Locale;

/**
 * A drawing in a line of a list, as wide as the line. Places are percentages of it, so that it fits every window.
 *
 * @param dot the place of a single day, or null
 */
public record Strip(List<Bar> bars, String dot) {

    /**
     * A bar.
     *
     * @param look the class of its style
     */
    public record Bar(String from, String width, String look) {
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    static Bar bar(double from, double to, String look) {
        return new Bar(percent(from), percent(Math.max(to - from, 0)), look);
    }
}
