/**
 * Where sources disagree: what citations say of it, and figures that cannot all be true.
 * It knows {@code report}, {@code source}, what lies below, and {@code transfer}, which has it look for rivals among figures
 * with every import. Come in by {@link dev.footnote.disagreement.DisagreementApi}.
 */
package dev.footnote.disagreement;
