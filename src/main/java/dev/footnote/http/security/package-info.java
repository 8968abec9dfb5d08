/**
 * Authentication of HTTP requests by API key. Start with {@link dev.footnote.http.security.ApiKeyAuthenticationMechanism}.
 */
package dev.footnote.http.security;
