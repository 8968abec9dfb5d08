/**
 * Validates documents and variables, with messages for the sender. {@link dev.footnote.query.validation.DocumentParser},
 * {@link dev.footnote.query.validation.DocumentValidator} and {@link dev.footnote.query.validation.VariableCoercion} are
 * called in this order.
 */
package dev.footnote.query.validation;
