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
        return new Link(record.path("label").asText(), address.record(record.path("id").asText()));
    }
}
