/**
 * Footnote: a typed GraphQL API over cited facts. Each package is a room with one noun for a name.
 * Rooms form no circle: {@code value}, {@code graph} and {@code source} below, the nouns and the edges between them above,
 * {@code transfer} at the side where datasets come in, {@code answer} and {@code wire} where questions do.
 */
package dev.footnote;
