/**
 * The admin API: import, export and backup over HTTP, protected by a token. It is closed until a token is configured;
 * {@link dev.footnote.http.admin.AdminRoute} registers its routes.
 */
package dev.footnote.http.admin;
