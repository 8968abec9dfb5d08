package dev.footnote.entry;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Base entity: one record of a dataset. */
@MappedSuperclass
public abstract class Entry extends PanacheEntityBase {

    /**
     * Counts the records of a table in the order in which they came; an int, because keys of indexes and joins are compared all
     * day.
     */
    @Id
    @NextNumber
    public Integer id;

    /** The id that the dataset gives the record. */
    public String slug;

    /**
     * Counts the changes of the record, those by imports as well, so that a stale entity is not written over a newer one. It is
     * not called version, because a dataset has a version of its own.
     */
    @Version
    public Integer lockVersion;
}
