/**
 * Products, who makes them, and what they are part of or built on. {@link dev.footnote.domain.product.ProductSchema}
 * declares their fields.
 */
package dev.footnote.domain.product;
