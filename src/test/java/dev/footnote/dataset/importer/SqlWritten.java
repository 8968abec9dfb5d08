package dev.footnote.dataset.importer;

/** Starts the application for tests that write to its tables by SQL of their own. */
public class SqlWritten extends OwnDatabase {
}
