package dev.footnote.metamodel;

import java.util.List;

/**
 * A pair of values in another table by which a record can be looked up, such as scheme and value of an identifier.
 *
 * @param name the key of the lookup's argument
 * @param entityType the records that contain the values
 * @param column the column there that refers to the record looked up
 * @param attributes the fields there that must all be given
 */
public record LookupKey(String name, String description, EntityType entityType, String column, List<String> attributes) {
}
