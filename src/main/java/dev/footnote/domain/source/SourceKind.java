package dev.footnote.domain.source;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of document a source is.")
public enum SourceKind {

    @Description("An article of a news outlet or a blog.")
    ARTICLE,

    @Description("A statement that an organization published about itself.")
    PRESS_RELEASE,

    @Description("A report, such as an annual or a research report.")
    REPORT,

    @Description("A document filed with an authority or an exchange.")
    FILING,

    @Description("A structured dataset or registry.")
    DATASET,

    @Description("A page that belongs to none of the other kinds.")
    WEBSITE,

    @Description("A book or a paper.")
    BOOK,

    @Description("Any other document.")
    OTHER
}
