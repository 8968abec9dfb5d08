package dev.footnote.explorer.view;

/**
 * The query behind a page, and the ways to take it along. Ways that are not open are null.
 *
 * @param name of the document, under which it is known to the server
 * @param text the address of its text
 * @param variables as JSON
 * @param graphiql GraphiQL with the query filled in
 * @param json the answer as JSON
 * @param csv all records of the list as CSV
 * @param ndjson all records of the list as NDJSON
 */
public record Tools(String name, String text, String variables, String graphiql, String json, String csv, String ndjson) {
}
