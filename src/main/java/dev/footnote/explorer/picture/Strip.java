package dev.footnote.explorer.picture;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

        private static final Set<String> GRADIENTS = Set.of("rising", "fading", "soft");

        /** Whether it is filled by the gradient of that name, which the page defines. */
        public boolean isSoft() {
            return GRADIENTS.contains(look);
        }

        boolean isVisible() {
            return !width.equals("0.00%");
        }
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    static Bar bar(double from, double to, String look) {
        return new Bar(percent(from), percent(Math.max(to - from, 0)), look);
    }
}
