/**
 * Revisions of the dataset, and the choice between primary and replica. {@link
 * dev.footnote.database.replica.ReplicaRouter} chooses the server for a read.
 */
package dev.footnote.database.replica;
