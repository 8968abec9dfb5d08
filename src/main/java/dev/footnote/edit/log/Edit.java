package dev.footnote.edit.log;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.LabelTemplate;
import dev.footnote.metamodel.annotation.ScalarType;

@Entity
@LabelTemplate("[{summary}]")
@Table(name = "edit")
@Description("Changes of records that were made together: all of them or none.")
public class Edit extends BaseEntity {

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("How the records were changed.")
    public EditKind kind;

    @NonNull
    @ScalarType("DateTime")
    @Description("When they were changed.")
    public String madeAt;

    @Description("The name of the API key by which they were changed. Null for an import at the command line.")
    public String madeBy;

    @Description("Why they were changed, in the words of who did it.")
    public String summary;

    @NonNull
    @Description("How many records are new.")
    public Integer created;

    @NonNull
    @Description("How many records changed.")
    public Integer updated;

    @NonNull
    @Description("How many records are gone.")
    public Integer deleted;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The edit that this one takes back. Null if it takes back none.")
    public Edit reverted;

    /** The idempotency key that the client gave; null if none. */
    public String requestKey;

    /** SHA-256 of the input, in hexadecimal, to tell whether a repeated key comes with the same input. */
    public String requestHash;

    /** Finds an edit by its id, global or within its type. */
    public static Optional<Edit> findByAnyId(String id) {
        return find("slug", GlobalId.slug("edit", id)).firstResultOptional();
    }

    /** Finds the edit that was made with an idempotency key. */
    public static Optional<Edit> findByRequestKey(String key) {
        return find("requestKey", key).firstResultOptional();
    }
}
