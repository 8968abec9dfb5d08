package dev.footnote.explorer.view;

/**
 * A footnote: a place in a document. Parts that are unknown are null.
 *
 * @param source the document and its page
 * @param about who published it and when
 * @param original the address of the document itself
 * @param stance what the place says about the fact, if it does not simply support it
 */
public record Note(int number, Link source, String about, String original, String locator, String stance, String quote,
        String remark) {
}
