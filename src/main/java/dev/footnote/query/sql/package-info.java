/**
 * Parts of SQL statements: filters, points in time and traversals of hierarchies. {@link dev.footnote.query.sql.SqlBuilder}
 * collects text and parameters; nothing here runs a statement.
 */
package dev.footnote.query.sql;
