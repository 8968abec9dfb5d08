package dev.footnote.dataset.datapackage;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Rule that columns are filled only if another column is.
 *
 * @param headers headers of the dependent columns
 * @param other header of the other column
 * @param is value of the other column for which they may be filled, ignoring case; empty for any value
 * @param always whether they must be filled in that case
 */
public record ColumnDependency(List<String> headers, String other, String is, boolean always) {

    /**
     * Whether the columns are filled although they must be empty.
     *
     * @param cells returns the text of a column, or null
     */
    public boolean isLoose(UnaryOperator<String> cells) {
        return filled(cells) && !isTied(cells.apply(other));
    }

    /** Whether the columns are empty although they are required. */
    public boolean isMissing(UnaryOperator<String> cells) {
        return always && !filled(cells) && isTied(cells.apply(other));
    }

    private boolean filled(UnaryOperator<String> cells) {
        return headers.stream().anyMatch(header -> cells.apply(header) != null);
    }

    private boolean isTied(String text) {
        return is.isEmpty() ? text != null : is.equalsIgnoreCase(text);
    }

    /** Sentence that says why the columns must be empty. */
    public String loose() {
        return headers.get(0) + " is filled only where " + place() + ".";
    }

    /** Sentence that says why the columns are required. */
    public String missing() {
        return "The cell is empty, and every record where " + place() + " needs a value here.";
    }

    private String place() {
        return other + " is " + (is.isEmpty() ? "filled" : is.toLowerCase(Locale.ROOT));
    }
}
