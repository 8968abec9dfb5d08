/**
 * Where sources disagree: what citations say of it, and figures that cannot all be true.
 * It knows {@code report}, {@code source} and what lies below. Come in by
 * {@link dev.footnote.disagreement.DisagreementApi}.
 */
package dev.footnote.disagreement;
