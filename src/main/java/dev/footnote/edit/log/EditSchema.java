package dev.footnote.edit.log;

import static dev.footnote.metamodel.SortKey.ascending;
import static dev.footnote.metamodel.SortKey.descending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;

/** Adds the log of changes to the schema, and the history of each record. */
@Singleton
public class EditSchema implements SchemaContributor {

    private static final String MERGED_INTO = """
            SELECT merged_into
            FROM record_merge
            WHERE record = ?
            ORDER BY edit_id DESC
            FETCH FIRST ROW ONLY""";

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("edit", Edit.class, "One edit.");
        metamodel.list("edits", Edit.class, "All edits and imports, the latest first.", descending("number"));
        metamodel.list("changes", RecordChange.class, "All changes of records by edits, in the order in which they were"
                + " committed. To go on later, ask for those after the last cursor.", ascending("number"));
        metamodel.list("fieldChanges", FieldChange.class, "What edits did with each field, in the order in which it was"
                + " committed.", ascending("number"));
        metamodel.subscription("edits", Edit.class, "Edits and imports, each as soon as it is committed.");
        metamodel.subscription("changes", RecordChange.class, "Changes of records, each as soon as it is committed.");
        metamodel.subscription("fieldChanges", FieldChange.class, "Changes of fields, each as soon as it is committed.");
        metamodel.many(Edit.class, "changes", RecordChange.class, "edit", "What was done with each record.",
                ascending("number"));
        metamodel.many(RecordChange.class, "fields", FieldChange.class, "change", "What was done with each field.",
                ascending("number"));
    }

    @Override
    public void contributeAfterAll(Metamodel metamodel) {
        for (EntityType entityType : List.copyOf(metamodel.entityTypes())) {
            if (entityType.isEditable()) {
                metamodel.addAttribute(entityType.entity(), new Attribute.ToMany("history",
                        "What edits did with the record, the latest first.", RecordChange.class, "subject_id",
                        "%s.subject_kind = '" + entityType.table() + "'", List.of(descending("number"))));
                entityType.mergedInto(MERGED_INTO);
            }
        }
    }
}
