/**
 * The pages of lists and groups: their order, their position as a cursor, and the keys of groups. Start with
 * {@link dev.footnote.query.page.PageRequest}.
 */
package dev.footnote.query.page;
