package dev.footnote.dataset.datapackage;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Source of the records of one resource. */
public interface RecordSource {

    /**
     * Reads all records. Records that cannot be read are reported as errors.
     *
     * @param known columns that the source may have
     * @param needed columns that it must have
     * @param reading receives each record
     */
    void read(Collection<String> known, Collection<String> needed, Consumer<SourceRecord> reading) throws IOException;

    /** Fraction that has been read, from 0 to 1; also 0 if unknown. */
    double share();

    /** Whether records are excluded that could be read, for example by a mapping. */
    default boolean leavesOut() {
        return false;
    }

    /** Reads the ids of the excluded records. Some of these ids may also belong to records that are included. */
    default void leftOut(Consumer<String> reading) throws IOException {
        // nothing is excluded
    }

    /**
     * Range of places in a source.
     *
     * @param from place of the first line
     * @param to place after the last line
     */
    record Span(long from, long to) {
    }

    /** Lines that fill the empty cells of the first record with the same id. */
    default List<Span> merging() {
        return List.of();
    }

    /** Lines that are dropped if they name a record that does not exist. */
    default List<Span> existing() {
        return List.of();
    }

    /** Lines whose column refers to a record by name instead of by id. */
    default List<Span> byName(String header) {
        return List.of();
    }

    /**
     * Finds the cell of each line from which a column was read, where it differs between lines. Called before {@link #problem}.
     */
    default void look(String header, Collection<Place> places) throws IOException {
        // it is the same cell in all lines
    }

    /**
     * Creates a problem for a line that was read before.
     *
     * @param value text of the cell; null if it is no longer known
     */
    DatasetProblem problem(Place place, String header, String value, String message);

    /**
     * Position of a record. As a number, the places of a source are ordered like its lines.
     *
     * @param feed index of the source in the dataset
     * @param file index of the file in the source
     * @param line counted from 1
     * @param part index of the record among those read from the line
     */
    record Place(int feed, int file, long line, int part) {

        private static final int PART_BITS = 15;
        private static final int LINE_BITS = 32;
        private static final int FILE_BITS = 10;

        /** Most files of a source. */
        public static final int MOST_FILES = 1 << FILE_BITS;

        /** Most records read from one line. */
        public static final int MOST_PARTS = 1 << PART_BITS;

        /** Divisor of place numbers: all places of one file have the same quotient. */
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
