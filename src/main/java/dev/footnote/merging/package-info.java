/**
 * Has the tables of the records hold what is staged: adds, changes and deletes no more than what differs.
 * It knows {@code staging} and what lies below. Come in by {@link dev.footnote.merging.Takeover}.
 */
package dev.footnote.merging;
