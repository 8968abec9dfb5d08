/**
 * The entity metamodel: entity types, attributes, relations and query fields, read from JPA annotations. A {@link
 * dev.footnote.metamodel.SchemaContributor} adds to it; {@link dev.footnote.metamodel.Metamodel} is the result.
 */
package dev.footnote.metamodel;
