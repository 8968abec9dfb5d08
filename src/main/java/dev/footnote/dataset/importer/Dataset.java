package dev.footnote.dataset.importer;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;

@Entity
@Table(name = "dataset")
@Description("The dataset that is served, as its Data Package describes it.")
public class Dataset extends BaseEntity {

    /** The id of the one row. */
    static final Integer ONLY = 1;

    @Description("Its title.")
    public String title;

    @Description("What it holds.")
    public String description;

    @Description("Its version, as its makers count.")
    public String version;

    @Description("The terms under which it may be used.")
    public String licence;

    @NonNull
    @Description("Changes whenever anything in the dataset's files does: a SHA-256 over all of them, in hexadecimal.")
    public String fingerprint;

    /** Everything in its descriptor but the resources, as JSON. It is used when the dataset is exported. */
    public String descriptor;

    /** Number of edits since it was imported. */
    public Integer edits = 0;

    /** Identifies its contents: changes with every import and every edit. */
    String contents() {
        return edits == 0 ? fingerprint : fingerprint + "+" + edits;
    }

    /** Empty while none is imported. */
    public static Optional<Dataset> findOnly() {
        return findByIdOptional(ONLY);
    }
}
