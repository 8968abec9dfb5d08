/**
 * Table Schema of the Frictionless standard: the types and constraints of columns. Start with {@link
 * dev.footnote.dataset.tableschema.TableSchema}.
 */
package dev.footnote.dataset.tableschema;
