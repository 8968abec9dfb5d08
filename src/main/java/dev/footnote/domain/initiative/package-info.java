/**
 * Initiatives, which organizations and people set up, and their topics. {@link
 * dev.footnote.domain.initiative.InitiativeSchema} declares their fields.
 */
package dev.footnote.domain.initiative;
