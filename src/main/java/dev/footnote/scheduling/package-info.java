/**
 * Tasks that are run again and again, and go on where one run fails.
 * It knows no other room. Come in by {@link dev.footnote.scheduling.Periodic} and {@link dev.footnote.scheduling.Guarded}.
 */
package dev.footnote.scheduling;
