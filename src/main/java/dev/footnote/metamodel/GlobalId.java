package dev.footnote.metamodel;

import java.util.Optional;

/**
 * The global id of a record, such as {@code organization:xiaomi}.
 *
 * @param kind the table
 * @param slug the id of the record in the dataset; it may itself contain colons
 */
public record GlobalId(String kind, String slug) {

    /** @return empty if the text is not a global id */
    public static Optional<GlobalId> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 1 ? Optional.empty() : Optional.of(new GlobalId(text.substring(0, colon), text.substring(colon + 1)));
    }

    /** The slug of an id, which may be global or within its kind. */
    public static String slug(String kind, String id) {
        return id.startsWith(kind + ":") ? id.substring(kind.length() + 1) : id;
    }

    /** The id as clients write it. */
    public String text() {
        return kind + ":" + slug;
    }
}
