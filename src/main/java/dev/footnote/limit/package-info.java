/**
 * How much one request may ask for: every bound, with its default and its reason.
 * It knows no other room. Come in by {@link dev.footnote.limit.Limits}.
 */
package dev.footnote.limit;
