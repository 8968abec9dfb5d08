package dev.footnote.graph;

/**
 * The global id of a record, such as {@code organization:xiaomi}.
 *
 * @param kind the table
 * @param slug the id that the dataset gives the record; it may itself hold colons
 */
public record NodeId(String kind, String slug) {

    /** @return null when the text is no global id */
    public static NodeId parse(String text) {
        int colon = text.indexOf(':');
        return colon < 1 ? null : new NodeId(text.substring(0, colon), text.substring(colon + 1));
    }
}
