/**
 * How an operation is answered: which relations are read, parents ahead of children, and which parts are written from them.
 * It knows {@code question}, {@code json} and what lies below; it reads nothing.
 * Come in by {@link dev.footnote.plan.Outline}.
 */
package dev.footnote.plan;
