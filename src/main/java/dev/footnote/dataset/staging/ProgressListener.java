package dev.footnote.dataset.staging;

/** Receives the progress of an import or a check. */
@FunctionalInterface
public interface ProgressListener {

    /** Ignores the progress. */
    ProgressListener NONE = (what, done, total) -> {
    };

    /**
     * Reports progress. Called on the importing thread, some thousand times for a million records; it must return at once.
     *
     * @param what current step, such as {@code reading people}
     * @param done number of records done in this step
     * @param total number of records as far as known; 0 while unknown
     */
    void tell(String what, long done, long total);
}
