/**
 * Connections to a server of a database, and what is done where they are lost, or where there are none.
 * It knows no other room. Come in by {@link dev.footnote.connection.Server}.
 */
package dev.footnote.connection;
