package dev.footnote.metamodel;

/**
 * The other names of the records of an entity type.
 *
 * @param names the records that contain the other names
 * @param text the column of those records that contains a name
 */
public record AlternativeNames(Attribute.ToMany names, String text) {
}
