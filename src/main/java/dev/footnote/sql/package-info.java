/**
 * The parts of a statement: filters, pages, orders and cursors, and the values that are bound to them.
 * It knows {@code graph} and {@code value}, and runs nothing. Come in by {@link dev.footnote.sql.Sql}.
 */
package dev.footnote.sql;
