/**
 * What happened at a time: signings, launches, calls, appointments, with a date, a place and what they belong to.
 * It knows {@code initiative}, {@code organization} and what lies below, and hangs events on both.
 * Come in by {@link dev.footnote.event.EventApi}.
 */
package dev.footnote.event;
