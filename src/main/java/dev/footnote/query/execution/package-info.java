/**
 * Executes query plans and writes responses. {@link dev.footnote.query.execution.GraphQLExecutor#ask} is the entry
 * point; {@link dev.footnote.query.execution.SnapshotReader} runs one statement for each relation in one snapshot.
 */
package dev.footnote.query.execution;
