/**
 * Names without what people leave out or write otherwise when they look for them: case, accents, punctuation, the writing
 * of Chinese, a typing error.
 * It knows no other room. Come in by {@link dev.footnote.spelling.Spelling}.
 */
package dev.footnote.spelling;
