/**
 * How what is sent over HTTP is packed, where the other side takes it so.
 * It knows no other room. Come in by {@link dev.footnote.packing.Gzip}.
 */
package dev.footnote.packing;
