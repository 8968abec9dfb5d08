package dev.footnote.edit.log;

import org.eclipse.microprofile.graphql.Description;

@Description("What an edit did with a record.")
public enum ChangeAction {

    @Description("The record is new.")
    CREATED,

    @Description("Fields or citations of the record changed.")
    UPDATED,

    @Description("The record is gone.")
    DELETED
}
