/**
 * Reads all that one question asks for in one snapshot of the database, a statement a relation, parents ahead of children.
 * It knows {@code plan}, {@code question}, {@code database}, {@code meter} and what lies below, but no noun by name.
 * Come in by {@link dev.footnote.loading.Reading}.
 */
package dev.footnote.loading;
