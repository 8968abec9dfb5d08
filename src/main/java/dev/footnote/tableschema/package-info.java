/**
 * What a Table Schema says of the columns of a file: how cells are read, and what they may hold.
 * It knows no other room. Come in by {@link dev.footnote.tableschema.TableSchema}.
 */
package dev.footnote.tableschema;
