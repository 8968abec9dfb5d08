/**
 * How people, organizations and initiatives are connected: the shortest paths between two of them.
 * It knows {@code affiliation}, {@code initiative}, {@code organization}, {@code person} and what lies below, and
 * {@code sql} for the time at which a relation held. Come in by {@link dev.footnote.path.PathApi}.
 */
package dev.footnote.path;
