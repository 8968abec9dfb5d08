package dev.footnote.metamodel;

/**
 * The global id of a record, such as {@code organization:xiaomi}.
 *
 * @param kind the table
 * @param slug the id of the record in the dataset; it may itself contain colons
 */
public record GlobalId(String kind, String slug) {

    /** @return null if the text is not a global id */
    public static GlobalId parse(String text) {
        int colon = text.indexOf(':');
        return colon < 1 ? null : new GlobalId(text.substring(0, colon), text.substring(colon + 1));
    }
}
