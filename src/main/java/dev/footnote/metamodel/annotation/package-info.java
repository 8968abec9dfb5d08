/**
 * Annotations for entities and their fields, and the base class of all entities. An entity extends {@link
 * dev.footnote.metamodel.annotation.BaseEntity}.
 */
package dev.footnote.metamodel.annotation;
