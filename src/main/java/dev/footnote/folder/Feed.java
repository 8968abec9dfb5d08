package dev.footnote.folder;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Where the records of one resource come from. */
public interface Feed {

    /**
     * Reads all records; those that cannot be are faults.
     *
     * @param known the columns that it may have
     * @param needed the columns that it must have
     */
    void read(Collection<String> known, Collection<String> needed, Consumer<Line> reading) throws IOException;

    /** How much of all that is being read lies behind, from 0 to 1; 0 as well where nobody knows. */
    double share();

    /** Whether records are left out that could be read, because somebody does not want them. */
    default boolean leavesOut() {
        return false;
    }

    /** Reads the ids of those, some of which may be the ids of others that are not left out. */
    default void leftOut(Consumer<String> reading) throws IOException {
        // everything is read
    }

    /**
     * Some lines of a feed.
     *
     * @param from the place of the first
     * @param to the place behind the last
     */
    record Span(long from, long to) {
    }

    /** Lines that fill what the first record with the same id leaves empty. */
    default List<Span> merging() {
        return List.of();
    }

    /** Lines that are left out where they name a record that is not there. */
    default List<Span> existing() {
        return List.of();
    }

    /** Lines that name a record by its name in a column. */
    default List<Span> byName(String header) {
        return List.of();
    }

    /**
     * Finds out ahead of {@link #fault} which cell of each line a column was read from, where that differs from line to line.
     */
    default void look(String header, Collection<Place> places) throws IOException {
        // it is the same cell in all lines
    }

    /**
     * What is wrong with a line that was read before.
     *
     * @param value what its cell says, null where that is no longer known
     */
    Fault fault(Place place, String header, String value, String message);

    /**
     * Where a record stands. As one number the places of a feed are in the order of its lines.
     *
     * @param feed which feed of the dataset
     * @param file which file of the feed
     * @param line counted from 1
     * @param part which record of those that are read from the line
     */
    record Place(int feed, int file, long line, int part) {

        private static final int PART_BITS = 15;
        private static final int LINE_BITS = 32;
        private static final int FILE_BITS = 10;

        /** How many files a feed may have. */
        public static final int MOST_FILES = 1 << FILE_BITS;

        /** How many records may be read from one line. */
        public static final int MOST_PARTS = 1 << PART_BITS;

        /** What the numbers of all places in a file give alike when they are divided by it. */
        public static final long FILE = 1L << LINE_BITS + PART_BITS;

        public long number() {
            return ((((long) feed << FILE_BITS) + file << LINE_BITS) + line << PART_BITS) + part;
        }

        public static Place of(long number) {
            long line = number >>> PART_BITS;
            long file = line >>> LINE_BITS;
            return new Place((int) (file >>> FILE_BITS), (int) (file & MOST_FILES - 1), line & (1L << LINE_BITS) - 1,
                    (int) (number & MOST_PARTS - 1));
        }
    }
}
