package dev.footnote.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.footnote.explorer.view.Address;
import dev.footnote.metamodel.EntityType;

/** Finds the page of an address. */
@Singleton
public class Explorer {

    private static final String DOCUMENTS = "/documents/";
    private static final String EDIT = "/edit/";
    private static final String ENDING = ".graphql";

    private final Pages pages;
    private final Languages languages;

    Explorer(Pages pages, Languages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    /** Whether the explorer has a page, or a text, at the path; does no I/O. */
    public boolean has(String path) {
        return page(path, Map.of(), Languages.DEFAULT).isPresent() || document(path).isPresent();
    }

    /**
     * The page of an address.
     *
     * @param path decoded
     * @param parameters the values by name
     * @param locale of the reader
     */
    public Optional<Page> page(String path, Map<String, List<String>> parameters, Locale locale) {
        int slash = path.indexOf('/', 1);
        if (slash > 0) {
            String slug = path.substring(slash + 1);
            Address address = new Address(path.substring(0, slash + 1) + Address.encoded(slug), parameters, locale);
            return slug.isEmpty() ? Optional.empty()
                    : path.startsWith(EDIT) ? edit(slug, address)
                            : pages.documents().type(path.substring(1, slash)).map(type -> record(type, slug, address));
        }
        Address address = new Address(path, parameters, locale);
        return switch (path) {
            case "/" -> Optional.of(new StartPage(pages, address));
            case "/search" -> Optional.of(new SearchPage(pages, address));
            case "/path" -> Optional.of(new PathPage(pages, address));
            case "/disagreements" -> Optional.of(new DisagreementsPage(pages, address));
            case "/missing" -> Optional.of(new MissingPage(pages, address));
            default -> pages.documents().listAt(path.substring(1)).map(list -> new ListPage(pages, list, address));
        };
    }

    private Optional<Page> edit(String id, Address address) {
        return pages.documents().type(id.substring(0, Math.max(0, id.indexOf(':'))).replace('_', '-'))
                .filter(EntityType::isEditable).map(type -> new EditPage(pages, type, id, address));
    }

    private Page record(EntityType type, String slug, Address address) {
        return type.type().equals("Source") ? new SourcePage(pages, type, slug, address)
                : new RecordPage(pages, type, slug, address);
    }

    /** @param accepted the header Accept-Language, or null */
    public Locale locale(String accepted) {
        return languages.of(accepted);
    }

    /** The text of a document of the pages, at {@code /documents/<name>.graphql}. */
    public Optional<String> document(String path) {
        return path.startsWith(DOCUMENTS) && path.endsWith(ENDING)
                ? Optional.ofNullable(pages.documents().texts()
                        .get(path.substring(DOCUMENTS.length(), Math.max(DOCUMENTS.length(), path.length() - ENDING.length()))))
                : Optional.empty();
    }

    /** The page that tells of an error. */
    public RenderedPage error(String path, Locale locale, int status, String message) {
        return pages.error(new Address(path, Map.of(), locale), status, message);
    }
}
