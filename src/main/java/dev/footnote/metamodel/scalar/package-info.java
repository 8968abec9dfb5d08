/**
 * Scalars, enums and value types such as partial dates and money. {@link dev.footnote.metamodel.scalar.LeafTypes} lists
 * those of the schema.
 */
package dev.footnote.metamodel.scalar;
