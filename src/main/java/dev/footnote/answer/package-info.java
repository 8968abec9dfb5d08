/**
 * Answers: an operation becomes a question once, a question becomes SQL, and rows become bytes of JSON.
 * It knows {@code graph}, {@code database} and {@code value}, but no noun by name and nothing of HTTP.
 * Come in by {@link dev.footnote.answer.Answers#ask}.
 */
package dev.footnote.answer;
