package dev.footnote.edit.log;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.LabelTemplate;
import io.quarkus.panache.common.Sort;

@Entity
@LabelTemplate("{record}")
@Table(name = "record_change")
@Description("What an edit did with one record. Changes are numbered in the order in which they were committed.")
public class RecordChange extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The edit that made the change.")
    public Edit edit;

    @NonNull
    @Description("The global id of the record. The record may be gone.")
    public String record;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What was done.")
    public ChangeAction action;

    @Description("The global id of the record that this one was merged into. Null if it was not merged.")
    public String mergedInto;

    /** The table of the record. */
    public String subjectKind;

    /** The number of the record. It has no foreign key, because the record may be of any entity type, and may be gone. */
    public Integer subjectId;

    /** The changes of an edit, in their order. */
    public static List<RecordChange> listByEdit(Edit edit) {
        return list("edit", Sort.by("id"), edit);
    }

    /** The changes of the same record by later edits. */
    public static List<RecordChange> listLater(RecordChange change) {
        return list("record = ?1 and edit.id > ?2", Sort.by("id"), change.record, change.edit.id);
    }
}
