package dev.footnote.explorer.picture;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A drawing in a line of a list, as wide as the line. Places are percentages of it, so that it fits every window.
 *
 * @param dot the place of a single day, or null
 */
public record Strip(List<Bar> bars, String dot, int height) {

    private static final int HEIGHT = 12;

    Strip(List<Bar> bars, String dot) {
        this(bars, dot, HEIGHT);
    }

    /** Whether something computed is drawn beside what is stated. */
    public boolean isCompared() {
        return bars.stream().anyMatch(bar -> bar.look().equals("computed"));
    }

    /**
     * A bar.
     *
     * @param look the class of its style
     * @param y its upper edge in pixels
     */
    public record Bar(String from, String width, String look, int y, int height) {

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
        return bar(from, to, look, 2, 8);
    }

    static Bar bar(double from, double to, String look, int y, int height) {
        return new Bar(percent(from), percent(Math.max(to - from, 0)), look, y, height);
    }
}
