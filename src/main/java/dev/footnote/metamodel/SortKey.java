package dev.footnote.metamodel;

/**
 * One key by which records are sorted.
 *
 * @param attribute the name of the field, or of a column that exists for sorting only
 */
public record SortKey(String attribute, boolean descending, boolean nullsFirst) {

    /** The lowest first, unknown values last. */
    public static SortKey ascending(String attribute) {
        return new SortKey(attribute, false, false);
    }

    /** The highest or latest first, unknown values last. */
    public static SortKey descending(String attribute) {
        return new SortKey(attribute, true, false);
    }

    public SortKey reversed() {
        return new SortKey(attribute, !descending, !nullsFirst);
    }
}
