/**
 * Finds where sources disagree: contested citations, and figures that cannot all be true. It is queried through the
 * fields that {@link dev.footnote.analysis.disagreement.DisagreementSchema} declares.
 */
package dev.footnote.analysis.disagreement;
