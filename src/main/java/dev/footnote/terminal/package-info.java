/**
 * What whoever types a command is told: reports, progress, how it ended, and by which status.
 * It knows {@code folder} and {@code database}. Come in by {@link dev.footnote.terminal.Report},
 * {@link dev.footnote.terminal.Gauge} and {@link dev.footnote.terminal.Ending}.
 */
package dev.footnote.terminal;
