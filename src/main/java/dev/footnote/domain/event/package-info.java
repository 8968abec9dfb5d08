/**
 * Events, which happen at a time and a place, and who takes part in them or in initiatives. {@link
 * dev.footnote.domain.event.EventSchema} and {@link dev.footnote.domain.event.ParticipationSchema} declare their fields.
 */
package dev.footnote.domain.event;
