/**
 * What clients say in HTTP headers and in URLs, read as the standards have it: RFC 9110 and the URL standard.
 * It knows no other room. Come in by {@link dev.footnote.http.Accept}, {@link dev.footnote.http.Encodings} and
 * {@link dev.footnote.http.QueryString}.
 */
package dev.footnote.http;
