package dev.footnote.staging;

/** Is told how far an import or a check has come. */
@FunctionalInterface
public interface Progress {

    /** For who does not care. */
    Progress NONE = (what, done, total) -> {
    };

    /**
     * Called on the thread that imports, some thousand times for a million records; it returns at once.
     *
     * @param what is being done, such as {@code reading people}
     * @param done how many records of that are done
     * @param total how many there are, as far as can be told by then, or 0 while nobody knows
     */
    void tell(String what, long done, long total);
}
