package dev.footnote.explorer.view;

/**
 * A text that may lead to another page.
 *
 * @param href null if it leads nowhere
 */
public record Link(String text, String href) {

    public static Link text(String text) {
        return new Link(text, null);
    }
}
