/**
 * Builds the parts of SQL statements: filters, orders, keyset pages, cursors and groups. {@link
 * dev.footnote.query.sql.SqlBuilder} collects text and parameters; nothing here runs a statement.
 */
package dev.footnote.query.sql;
