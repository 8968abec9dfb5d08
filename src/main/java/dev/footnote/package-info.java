/**
 * Footnote: a typed GraphQL API over a dataset in which every fact names the document it was read in.
 * Entry points ({@code http}, {@code cli}, {@code app}) use features ({@code search}, {@code analysis}), which use
 * {@code dataset}, then {@code query} and {@code domain}, then {@code metamodel}, {@code database} and {@code
 * observability}. No package uses one above it.
 */
package dev.footnote;
