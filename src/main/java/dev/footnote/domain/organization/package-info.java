/**
 * Organizations, the links between them, and their identifiers in outside registries. {@link
 * dev.footnote.domain.organization.OrganizationSchema} declares their fields; other packages add relations to
 * organizations from outside.
 */
package dev.footnote.domain.organization;
