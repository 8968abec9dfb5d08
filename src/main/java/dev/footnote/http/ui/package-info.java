/**
 * The GraphiQL page, its static files, and the schema as text. {@link dev.footnote.http.ui.StaticResourceRoute}
 * registers the routes.
 */
package dev.footnote.http.ui;
