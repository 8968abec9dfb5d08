/**
 * Reads Data Packages that were not written for Footnote. {@link dev.footnote.dataset.mapping.Mapping} says which of
 * their columns become which of ours.
 */
package dev.footnote.dataset.mapping;
