package dev.footnote.edit.log;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.LabelTemplate;
import io.quarkus.panache.common.Sort;

@Entity
@LabelTemplate("{field} of {change.record}")
@Table(name = "field_change")
@Description("What an edit did with one field of a record.")
public class FieldChange extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The change of the record.")
    public RecordChange change;

    @NonNull
    @Description("The column of the field in a dataset file, such as reports_to; citations for where the record was read.")
    public String field;

    @Description("The text before, as in a dataset file; citations as a JSON array. Null if there was none.")
    public String before;

    @Description("The text after, as in a dataset file; citations as a JSON array. Null if there is none.")
    public String after;

    /** The fields of a change, in their order. */
    public static List<FieldChange> listByChange(RecordChange change) {
        return list("change", Sort.by("id"), change);
    }
}
