/**
 * HTTP headers and query strings, parsed as RFC 9110 and the URL standard define them, and HTTP compression. {@link
 * dev.footnote.http.AcceptHeader} and {@link dev.footnote.http.QueryString} are where parsing starts.
 */
package dev.footnote.http;
