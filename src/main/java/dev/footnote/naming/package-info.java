/**
 * Other names of organizations, people, initiatives, events and products: spellings, short forms, names of the past.
 * It knows these five and what lies below, and is a room of its own because it could be in none of them without a circle.
 * Come in by {@link dev.footnote.naming.NameApi}.
 */
package dev.footnote.naming;
