/**
 * Who takes part in an initiative or an event, in which role and with how much money.
 * It knows {@code initiative}, {@code event}, {@code organization}, {@code person} and what lies below, and hangs
 * participations on all four.
 * Come in by {@link dev.footnote.participation.ParticipationApi}.
 */
package dev.footnote.participation;
