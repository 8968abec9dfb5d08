package dev.footnote.graph;

import java.util.List;

/**
 * A pair of values in another table by which a record can be looked up, such as scheme and value of an identifier.
 *
 * @param name the key of the lookup's argument
 * @param noun the records that hold the values
 * @param column the column there that names the record looked up
 * @param members the fields there that must all be given
 */
public record Key(String name, String description, Noun noun, String column, List<String> members) {
}
