package dev.footnote.explorer.view;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A text that may lead to another page.
 *
 * @param href null if it leads nowhere
 */
public record Link(String text, String href) {

    public static Link text(String text) {
        return new Link(text, null);
    }

    /** A value, which leads where it says if it is an address. */
    public static Link value(String text) {
        return new Link(text, text.startsWith("https://") || text.startsWith("http://") ? text : null);
    }

    /** A record, by its label, that leads to its page. */
    public static Link to(JsonNode record, Address address) {
        return new Link(label(record), address.record(record.path("id").asText()));
    }

    /** The label of a record, or its id if the label has nothing that a reader sees. */
    public static String label(JsonNode record) {
        String label = record.path("label").asText();
        return label.codePoints().anyMatch(Link::isVisible) ? label : record.path("id").asText();
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                false;
            default -> true;
        };
    }
}
