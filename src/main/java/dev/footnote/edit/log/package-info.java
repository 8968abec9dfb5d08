/**
 * The log of edits as entities: which records and fields each edit changed. Start with {@link dev.footnote.edit.log.Edit}.
 */
package dev.footnote.edit.log;
