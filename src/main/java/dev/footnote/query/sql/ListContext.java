package dev.footnote.query.sql;

import java.util.List;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SortKey;

/**
 * A list that pages are asked of.
 *
 * @param name what it is called, for cursors to belong to it
 * @param defaultValue what it is ordered by when nobody says
 * @param asOf the time at which it is looked at
 */
public record ListContext(String name, EntityType entityType, List<SortKey> defaultValue, AsOf asOf) {
}
