package dev.footnote.dataset.staging;

/** Numbers the records of a table as they are read. */
final class RowNumbering {

    private final boolean fresh;
    private int count;

    /** @param fresh whether the table is empty, so that the count of a record is its number */
    RowNumbering(boolean fresh) {
        this.fresh = fresh;
    }

    boolean fresh() {
        return fresh;
    }

    /** @return the number of the next record; null if it already has one or gets one later */
    Integer next() {
        count = Math.addExact(count, 1);
        return fresh ? count : null;
    }

    int count() {
        return count;
    }
}
