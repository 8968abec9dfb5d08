package dev.footnote.staging;

/** Counts the records of a table as they come in. */
final class Numbering {

    private final boolean fresh;
    private int count;

    /** @param fresh whether the table is empty, so that the count of a record is its number */
    Numbering(boolean fresh) {
        this.fresh = fresh;
    }

    boolean fresh() {
        return fresh;
    }

    /** @return the number of the next record, or null where it has one already or is given one later */
    Integer next() {
        count = Math.addExact(count, 1);
        return fresh ? count : null;
    }

    int count() {
        return count;
    }
}
