/**
 * Connections that recover from failures: retries, outage detection and pool limits. {@link
 * dev.footnote.database.connection.ResilientDataSource} is the data source that the application uses.
 */
package dev.footnote.database.connection;
