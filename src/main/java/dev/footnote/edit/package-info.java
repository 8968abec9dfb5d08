/**
 * Edits: changes of records that cite their sources, and the log of all changes. Start with {@link dev.footnote.edit.EditApi}.
 */
package dev.footnote.edit;
