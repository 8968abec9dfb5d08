/**
 * What an operation asks: the relations it selects, the arguments of one request, the statements that read them, and the faults
 * that keep it from being answered. It knows {@code graph} and {@code sql}; it runs nothing.
 * Come in by {@link dev.footnote.question.Asked}.
 */
package dev.footnote.question;
