package dev.footnote.edit.log;

import org.eclipse.microprofile.graphql.Description;

@Description("How records were changed.")
public enum EditKind {

    @Description("By the mutation edit.")
    EDIT,

    @Description("By the mutation revert, which takes back an earlier edit.")
    REVERT,

    @Description("By the mutation merge, which makes one record of two.")
    MERGE,

    @Description("By an import of a dataset or a delta. Its changes are counted, and not listed.")
    IMPORT
}
