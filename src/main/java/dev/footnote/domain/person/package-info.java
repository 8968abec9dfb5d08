/**
 * People in public roles, and their dated affiliations with organizations. {@link
 * dev.footnote.domain.person.PersonSchema} and {@link dev.footnote.domain.person.AffiliationSchema} declare their
 * fields.
 */
package dev.footnote.domain.person;
