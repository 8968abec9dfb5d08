/**
 * Schedules requests: runs one at once, on a worker pool, or refuses it when too many wait. {@link
 * dev.footnote.query.scheduling.RequestScheduler#ask} is the entry point.
 */
package dev.footnote.query.scheduling;
