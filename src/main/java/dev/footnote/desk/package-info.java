/**
 * The desk behind the doors: has requests answered at once, on a thread of a lane, or not at all where there are too many.
 * It knows {@code answer} and {@code limit}, and nothing of HTTP. Come in by {@link dev.footnote.desk.Desk#ask}.
 */
package dev.footnote.desk;
