/**
 * What is made, sold or offered, who makes it, and what it is a part of or built on.
 * It knows {@code organization} and what lies below, and hangs products on it.
 * Come in by {@link dev.footnote.product.ProductApi}.
 */
package dev.footnote.product;
