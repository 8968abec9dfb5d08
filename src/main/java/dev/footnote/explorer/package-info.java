/**
 * Server-rendered pages. A page is a route, a GraphQL document and a template; it reads nothing but the answer to its document.
 * {@link dev.footnote.explorer.Explorer} finds the page of an address.
 */
package dev.footnote.explorer;
