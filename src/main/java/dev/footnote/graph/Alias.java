package dev.footnote.graph;

/**
 * By what else the records of a noun are known.
 *
 * @param names the records that hold the other names
 * @param text the column there that holds a name
 */
public record Alias(Member.ToMany names, String text) {
}
