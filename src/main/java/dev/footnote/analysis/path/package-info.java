/**
 * Finds the shortest paths between two records, such as a person and an organization. It is queried through the field
 * that {@link dev.footnote.analysis.path.PathSchema} declares.
 */
package dev.footnote.analysis.path;
