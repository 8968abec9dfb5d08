package dev.footnote.explorer.view;

import java.util.List;

/**
 * One value of a record with its footnotes.
 *
 * @param help what the value means
 */
public record Fact(String name, String help, Link value, List<Mark> marks) {
}
