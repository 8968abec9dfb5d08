package dev.footnote.cache;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers that may be handed out again, and how one knows whether they still hold. */
@Singleton
public class Cache {

    private final Kept kept;
    private final Versions versions;
    private final CacheConfig config;
    private final String product;

    Cache(Versions versions, CacheConfig config, @ConfigProperty(name = "quarkus.application.version") String product) {
        this.product = product;
        this.versions = versions;
        this.config = config;
        this.kept = new Kept(config.bytes());
        // what is answered first can be kept only where some version is known
        versions.current(version -> {
        });
    }

    public Kept kept() {
        return kept;
    }

    public Versions versions() {
        return versions;
    }

    /** Whether answers are kept in the process at all. */
    public boolean keeps() {
        return config.bytes() > 0;
    }

    /** The entity tag of an answer; another one with each version of the product, because that may answer otherwise. */
    public String tag(byte[] asked, int form, String version) {
        return Tag.of(asked, form, product + version);
    }

    /** The header Cache-Control for an answer that may be handed out again. */
    public String control(boolean isPublic) {
        if (!isPublic) {
            return "private, no-cache";
        }
        return config.age().isZero() ? "public, no-cache" : "public, max-age=" + config.age().toSeconds();
    }
}
