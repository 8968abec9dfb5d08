/**
 * Where the files of a dataset are stored: a folder or a zip, compressed or not, in which CSV dialect. {@link
 * dev.footnote.dataset.storage.FileStorage} opens them.
 */
package dev.footnote.dataset.storage;
