/**
 * Atomic output to a file, folder, zip or stream: a file appears only when complete. {@link
 * dev.footnote.dataset.output.OutputTarget} is what writers write to.
 */
package dev.footnote.dataset.output;
