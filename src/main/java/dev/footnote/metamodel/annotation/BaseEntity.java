package dev.footnote.metamodel.annotation;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Base entity: one record of a dataset. */
@MappedSuperclass
public abstract class BaseEntity extends PanacheEntityBase {

    /**
     * The number of the record in its table, in order of insertion. It is an int, because index and join keys are compared very
     * often.
     */
    @Id
    @NextNumber
    public Integer id;

    /** The id of the record in the dataset. */
    public String slug;

    /**
     * Counts changes of the record, including those by imports, so that a stale entity does not overwrite a newer one. It is
     * not called version, because a dataset has a version of its own.
     */
    @Version
    public Integer lockVersion;
}
