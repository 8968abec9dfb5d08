/**
 * Staging tables, which hold a dataset between its files and the live tables. Only the importing connection sees them;
 * start with {@link dev.footnote.dataset.staging.StagingArea}.
 */
package dev.footnote.dataset.staging;
