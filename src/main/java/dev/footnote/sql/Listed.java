package dev.footnote.sql;

import java.util.List;

import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;

/**
 * A list that pages are asked of.
 *
 * @param name what it is called, for cursors to belong to it
 * @param usual what it is ordered by when nobody says
 * @param moment the time at which it is looked at
 */
public record Listed(String name, Noun noun, List<Order> usual, Moment moment) {
}
