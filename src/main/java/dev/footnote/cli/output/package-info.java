/**
 * What commands print: reports, progress, messages and exit codes. {@link dev.footnote.cli.output.ReportPrinter} prints
 * the result of a command.
 */
package dev.footnote.cli.output;
