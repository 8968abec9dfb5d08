package dev.footnote.explorer.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The address of a page: its path and its parameters. Links keep the date of the page, so that a reader who looks at the past
 * stays there.
 *
 * @param path encoded as in an address
 * @param locale of the reader
 */
public record Address(String path, Map<String, List<String>> parameters, Locale locale) {

    public static final String AT = "at";

    /** One parameter with one of its values. */
    public record Parameter(String name, String value) {
    }

    /** The date as of which the page is shown, empty for all times. */
    public String at() {
        return one(AT);
    }

    /** The parameters that a form for another date keeps. The position in a list is left out, because the list changes. */
    public List<Parameter> kept() {
        List<Parameter> kept = new ArrayList<>();
        parameters.forEach((name, values) -> values.stream()
                .filter(value -> !value.isEmpty() && !Set.of(AT, "after", "before").contains(name))
                .forEach(value -> kept.add(new Parameter(name, value))));
        return kept;
    }

    /** This page with all of its parameters, as it is cited. */
    public String whole() {
        return path + query(parameters);
    }

    /** This page without a date. */
    public String undated() {
        return with(AT, List.of());
    }

    /** The variable of a document for the date of this page; none if it is about all times. */
    public Map<String, Object> moment() {
        return at().isEmpty() ? Map.of() : Map.of(AT, at());
    }

    /** How names and values are written for the reader. */
    public Wording wording() {
        return Wording.of(locale);
    }

    /** The value of a parameter, empty if there is none. */
    public String one(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The page of a record by its global id. */
    public String record(String id) {
        int colon = id.indexOf(':');
        return dated("/" + id.substring(0, colon).replace('_', '-') + "/" + encoded(id.substring(colon + 1)));
    }

    /** A path of the explorer with the date of this page. */
    public String dated(String to) {
        return at().isEmpty() ? to : to + (to.indexOf('?') < 0 ? '?' : '&') + AT + "=" + encoded(at());
    }

    /** This page with another value of one parameter; an empty value removes it. The position in the list is left out. */
    public String with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        List.of("after", "before").forEach(changed::remove);
        changed.put(name, values);
        return path + query(changed);
    }

    /** Parameters as they are written in an address. */
    public static String query(Map<String, List<String>> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.stream().filter(value -> !value.isEmpty())
                .forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
