/**
 * Answers: what an operation asks is read, and rows become an answer.
 * It knows {@code document}, {@code loading} and what lies below, but no noun by name and nothing of HTTP.
 * Come in by {@link dev.footnote.answer.Answers#ask}.
 */
package dev.footnote.answer;
