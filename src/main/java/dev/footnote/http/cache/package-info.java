/**
 * The cache of HTTP responses, valid for one revision of the dataset. {@link dev.footnote.http.cache.CachedResponses}
 * looks responses up.
 */
package dev.footnote.http.cache;
