/**
 * Authentication of HTTP requests by API key or access token. Start with
 * {@link dev.footnote.http.security.CallerAuthentication}.
 */
package dev.footnote.http.security;
