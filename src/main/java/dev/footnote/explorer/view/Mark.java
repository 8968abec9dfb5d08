package dev.footnote.explorer.view;

/**
 * The mark of a footnote at a fact.
 *
 * @param number of the footnote on the page
 * @param agreed whether the place supports the fact and no other contradicts it
 */
public record Mark(int number, boolean agreed) {
}
