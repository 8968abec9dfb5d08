/**
 * Where the files of a dataset lie and how they are written: in a folder or a zip, packed or not, with which characters
 * between the cells.
 * It knows {@code tableschema}. Come in by {@link dev.footnote.store.Store} and {@link dev.footnote.store.Resource}.
 */
package dev.footnote.store;
