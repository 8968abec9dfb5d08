package dev.footnote.folder;

/** One record of a dataset, as its file has it. */
public interface Line {

    /** The text of a cell, null where it is empty or the file has no such column. */
    String cell(String header);

    /**
     * Where it stands: a number by which {@link Contents#fault} finds the place again. Lines further down have a larger one.
     */
    long place();

    /** @param message what is wrong, what is expected and what to do, in sentences */
    void fault(String header, String message);

    /** Whether something was found to be wrong with a cell already, so that it need not be told that it is empty. */
    default boolean isFaulty(String header) {
        return false;
    }

    /** @param message what may be wrong and can be imported all the same, in sentences */
    void warning(String header, String message);
}
