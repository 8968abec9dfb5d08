package dev.footnote.entry;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** One record of a dataset at rest. */
@MappedSuperclass
public abstract class Entry {

    /**
     * Counts the records of a table in the order in which they came; an int, because keys of indexes and joins are compared all
     * day.
     */
    @Id
    public Integer id;

    /** The id that the dataset gives the record. */
    public String slug;
}
