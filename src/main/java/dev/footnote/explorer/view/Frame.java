package dev.footnote.explorer.view;

import java.util.List;

import io.quarkus.qute.RawString;

/**
 * What all pages have in common.
 *
 * @param title of the page
 * @param description in one sentence, for search engines and previews
 * @param address of the page
 * @param dated whether the page can be shown as of a date
 * @param navigation the lists
 * @param jsonLd the record as JSON-LD, or null
 * @param notes the footnotes
 */
public record Frame(String title, String description, Address address, boolean dated, List<Link> navigation, Tools tools,
        RawString jsonLd, List<Note> notes) {

    /** The language of the page, as HTML names it. */
    public String language() {
        return address.locale().toLanguageTag();
    }
}
