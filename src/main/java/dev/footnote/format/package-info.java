/**
 * Datasets in any format that can be read, told apart by what they look like.
 * It knows {@code folder}, the rooms of the formats and what lies below. Come in by {@link dev.footnote.format.Bundle}.
 */
package dev.footnote.format;
