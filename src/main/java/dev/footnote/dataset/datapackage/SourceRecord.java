package dev.footnote.dataset.datapackage;

/** A record of a dataset as it is in its file. */
public interface SourceRecord {

    /** Text of a cell; null if it is empty or the file has no such column. */
    String cell(String header);

    /**
     * Position of the record: a number from which {@link DatasetReader#problem} finds the place again. Later lines have larger
     * numbers.
     */
    long place();

    /**
     * Reports an error in a cell.
     *
     * @param message what is wrong, what is expected and what to do, in sentences
     */
    void problem(String header, String message);

    /** Whether an error was already reported for a cell. It is then not also reported as empty. */
    default boolean isFaulty(String header) {
        return false;
    }

    /**
     * Reports a warning for a cell; it does not prevent the import.
     *
     * @param message what may be wrong, in sentences
     */
    void warning(String header, String message);
}
