package dev.footnote.metamodel.scalar;

import org.eclipse.microprofile.graphql.Description;

@Description("Which revisions of what was restated.")
public enum Revisions {

    @Description("Only the latest revision of each: what a restatement replaced is left out.")
    LATEST,

    @Description("All revisions, originals beside their restatements.")
    ALL
}
