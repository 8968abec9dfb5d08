/**
 * Pages of the explorer over HTTP. Start with {@link dev.footnote.http.page.PageRoute}.
 */
package dev.footnote.http.page;
