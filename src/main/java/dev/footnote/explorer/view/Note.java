package dev.footnote.explorer.view;

/**
 * A footnote: a place in a document. Parts that are unknown are null.
 *
 * @param source the document and its page
 * @param about who published it and when
 * @param original the address of the document itself
 * @param again whether an earlier footnote of the page names the same document
 * @param stance what the place says about the fact, if it does not simply support it
 */
public record Note(int number, Link source, boolean again, String about, String original, String locator, String stance,
        String quote,
        String remark) {
}
