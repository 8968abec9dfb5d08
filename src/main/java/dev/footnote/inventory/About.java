package dev.footnote.inventory;

/**
 * What a dataset says of itself.
 *
 * @param descriptor all of its descriptor but the resources, as JSON; null where it came without one
 */
public record About(String name, String title, String description, String version, String licence, String descriptor) {
}
