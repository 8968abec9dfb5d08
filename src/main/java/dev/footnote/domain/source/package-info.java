/**
 * Sources, and the citations that say where in them a fact was read. {@link
 * dev.footnote.domain.source.SourceSchema#cite} adds citations to an entity.
 */
package dev.footnote.domain.source;
