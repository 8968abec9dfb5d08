/**
 * Organizations, how they relate to each other, and what outside registries call them.
 * It knows {@code graph} and what lies below, and no other noun: who has to do with an organization hangs that on it from
 * outside, as sources do, which name their publishers.
 * Come in by {@link dev.footnote.organization.OrganizationApi}.
 */
package dev.footnote.organization;
