package dev.footnote.http.cache;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.footnote.query.CacheConfig;

/** Responses that may be reused, and the check whether they are still valid. */
@Singleton
public class ResponseCache {

    private final CachedResponses kept;
    private final CurrentRevisionReader versions;
    private final CacheConfig config;
    private final String product;

    ResponseCache(CurrentRevisionReader versions, CacheConfig config,
            @ConfigProperty(name = "quarkus.application.version") String product) {
        this.product = product;
        this.versions = versions;
        this.config = config;
        this.kept = new CachedResponses(config.bytes());
        // the first response can be cached only if some revision is known
        versions.current(version -> {
        });
    }

    public CachedResponses kept() {
        return kept;
    }

    public CurrentRevisionReader versions() {
        return versions;
    }

    /** Whether the process caches responses at all. */
    public boolean keeps() {
        return config.bytes() > 0;
    }

    /**
     * The entity tag of a response. It changes with each version of the product, because another version may respond
     * differently.
     */
    public String tag(byte[] asked, int form, String version) {
        return ETag.of(asked, form, product + version);
    }

    /** The Cache-Control header of a response that may be reused. */
    public String control(boolean isPublic) {
        if (!isPublic) {
            return "private, no-cache";
        }
        return config.age().isZero() ? "public, no-cache" : "public, max-age=" + config.age().toSeconds();
    }
}
