/**
 * The office: where whoever runs a server imports datasets into it, exports and backs them up, over HTTP and with a token.
 * It is closed until there is one.
 * It knows {@code http}, {@code transfer}, {@code database} and {@code folder}. Nobody knows it. Come in by {@code /office}.
 */
package dev.footnote.office;
