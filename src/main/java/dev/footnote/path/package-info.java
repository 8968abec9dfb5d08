/**
 * How people, organizations, initiatives, events and products are connected: the shortest paths between two of them.
 * It knows {@code affiliation}, {@code participation}, {@code product} and what lies below, and
 * {@code sql} for the time at which a relation held. Come in by {@link dev.footnote.path.PathApi}.
 */
package dev.footnote.path;
