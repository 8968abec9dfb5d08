/**
 * Where files are written to, so that nothing half-written looks whole: a folder, a file, a stream.
 * It knows {@code folder} and what lies below, and nothing of what is written.
 * Come in by {@link dev.footnote.destination.Target}.
 */
package dev.footnote.destination;
