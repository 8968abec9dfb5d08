package dev.footnote.dataset.snapshot;

/**
 * Metadata of a dataset.
 *
 * @param descriptor everything in its descriptor but the resources, as JSON; null if it had none
 */
public record DatasetMetadata(String name, String title, String description, String version, String licence,
        String descriptor) {
}
