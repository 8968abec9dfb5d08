package dev.footnote.edit;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Input of an edit, as far as it is the same for all entity types. Changes of records are made from the metamodel. */
@Input("EditInput")
@Description("Changes that are made together, and where they were read.")
public class EditInput {

    @Description("A text of your own of at most 255 characters, unique for each edit, so that an edit that is sent again is not made twice.")
    public String key;

    @Description("Why this is changed, for those who read the history.")
    public String summary;

    @Description("Where all of it was read. Every created or changed fact needs at least one source, here or with the change.")
    public List<@NonNull CitationInput> citing;

    @NonNull
    @Description("The changes, at most 500. They may name records that others of them create.")
    public List<@NonNull ChangeInput> changes;

    @Description("True: says what would happen, and writes nothing.")
    public Boolean dryRun;

    /** Placeholder for the type of the same name that is made from the metamodel. */
    @Input("CitationInput")
    public static class CitationInput {

        public String source;
    }

    /** Placeholder for the type of the same name that is made from the metamodel. */
    @Input("ChangeInput")
    public static class ChangeInput {

        public DeleteInput delete;
    }

    /** Placeholder for the type of the same name that is made from the metamodel. */
    @Input("DeleteInput")
    public static class DeleteInput {

        public String id;
    }
}
