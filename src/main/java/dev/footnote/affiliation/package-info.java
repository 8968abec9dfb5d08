/**
 * The dated edge from a person to an organization: who holds which role, where and when.
 * It knows {@code person}, {@code organization} and what lies below, and hangs roles on both.
 * Come in by {@link dev.footnote.affiliation.AffiliationApi}.
 */
package dev.footnote.affiliation;
