/**
 * Drafts of the records that an edit touches, before and after, and what is wrong with them. Start with
 * {@link dev.footnote.edit.draft.EditDrafts}.
 */
package dev.footnote.edit.draft;
