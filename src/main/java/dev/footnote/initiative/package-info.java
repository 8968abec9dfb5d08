/**
 * What organizations and people set up, and what it is about.
 * It knows {@code source} and what lies below.
 * Come in by {@link dev.footnote.initiative.InitiativeApi}.
 */
package dev.footnote.initiative;
