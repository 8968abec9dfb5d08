/**
 * Answers: the fetches of an operation are read in one snapshot, and rows become an answer.
 * It knows {@code document}, {@code plan}, {@code database} and what lies below, but no noun by name and nothing of HTTP.
 * Come in by {@link dev.footnote.answer.Answers#ask}.
 */
package dev.footnote.answer;
