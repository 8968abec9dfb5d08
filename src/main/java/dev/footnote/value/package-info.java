/**
 * Words that are no things: a date as exact as its source, an amount of money.
 * It knows no other room. Come in by {@link dev.footnote.value.PartialDate#parse}.
 */
package dev.footnote.value;
