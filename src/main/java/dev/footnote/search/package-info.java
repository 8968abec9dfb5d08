/**
 * Finds records by name as people type it: word by word, in Chinese or pinyin, with typing errors. It is queried through
 * the field that {@link dev.footnote.search.SearchSchema} declares.
 */
package dev.footnote.search;
