package dev.footnote.constraint;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * That columns are filled only where another one is.
 *
 * @param headers of the columns
 * @param other the header of the other column
 * @param is what the other one says where they are filled; anything where it is empty
 * @param always whether they are always filled there
 */
public record Tie(List<String> headers, String other, String is, boolean always) {

    /**
     * Whether they are filled though they may not be.
     *
     * @param cells gives the text of a column, or null
     */
    public boolean isLoose(UnaryOperator<String> cells) {
        return filled(cells) && !isTied(cells.apply(other));
    }

    /** Whether they are empty though they are needed. */
    public boolean isMissing(UnaryOperator<String> cells) {
        return always && !filled(cells) && isTied(cells.apply(other));
    }

    private boolean filled(UnaryOperator<String> cells) {
        return headers.stream().anyMatch(header -> cells.apply(header) != null);
    }

    private boolean isTied(String text) {
        return is.isEmpty() ? text != null : is.equalsIgnoreCase(text);
    }

    /** What is wrong where they are loose, in a sentence. */
    public String loose() {
        return headers.get(0) + " is filled only where " + place() + ".";
    }

    /** What is wrong where they are missing, in a sentence. */
    public String missing() {
        return "The cell is empty, and every record where " + place() + " needs a value here.";
    }

    private String place() {
        return other + " is " + (is.isEmpty() ? "filled" : is.toLowerCase(Locale.ROOT));
    }
}
