/**
 * What organizations and people set up, who takes part, what happened, what it is about.
 * It knows {@code person}, {@code organization} and what lies below, and hangs participations on both.
 * Come in by {@link dev.footnote.initiative.InitiativeApi}.
 */
package dev.footnote.initiative;
