package dev.footnote.graph;

/**
 * One key that records are ordered by.
 *
 * @param member the name of the field, or of a column that is there for orders only
 */
public record Order(String member, boolean descending, boolean nullsFirst) {

    /** The lowest first, the unknown last. */
    public static Order ascending(String member) {
        return new Order(member, false, false);
    }

    /** The highest or latest first, the unknown last. */
    public static Order descending(String member) {
        return new Order(member, true, false);
    }

    public Order reversed() {
        return new Order(member, !descending, !nullsFirst);
    }
}
