/**
 * Background tasks that survive the failure of one run, and daemon threads. Start with {@link
 * dev.footnote.background.PeriodicTask}.
 */
package dev.footnote.background;
