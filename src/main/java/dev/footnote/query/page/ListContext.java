package dev.footnote.query.page;

import java.util.List;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SortKey;
import dev.footnote.query.sql.AsOf;

/**
 * A list from which pages are requested.
 *
 * @param name the name of the list, to which its cursors are bound
 * @param defaultValue the order if none is given
 * @param asOf the time for which the list is evaluated
 */
public record ListContext(String name, EntityType entityType, List<SortKey> defaultValue, AsOf asOf) {
}
