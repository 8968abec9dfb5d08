/**
 * Other names of organizations, people and initiatives: spellings, short forms, names of the past.
 * It knows these three and what lies below, and is a room of its own because it could be in none of them without a circle.
 * Come in by {@link dev.footnote.naming.NameApi}.
 */
package dev.footnote.naming;
