/**
 * API keys and roles: who may read, edit and administer. Start with {@link dev.footnote.security.ApiKeyStore}.
 */
package dev.footnote.security;
