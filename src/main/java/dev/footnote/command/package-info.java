/**
 * The verbs of the command line: what they are called, what they print, and by which status they end.
 * Whatever can be said without the application is said before it starts.
 * It knows {@code terminal}, {@code blank} and {@code transfer}. Nobody knows it. Come in by
 * {@link dev.footnote.command.Footnote}.
 */
package dev.footnote.command;
