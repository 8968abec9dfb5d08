package dev.footnote.query;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Response cache settings: how long responses are kept, and where. */
@ConfigMapping(prefix = "footnote.cache")
public interface CacheConfig {

    /** Bytes of responses that are cached in the process; 0 disables the cache. */
    @WithDefault("33554432")
    long bytes();

    /** Bytes of counts, sums and groups of whole lists that are cached in the process; 0 disables the cache. */
    @WithDefault("8388608")
    long sums();

    /**
     * How long a browser or a CDN may reuse the response to a GET request without revalidation. With zero they revalidate
     * every time, which costs no execution. With a longer time, responses may be outdated by up to that time.
     */
    @WithDefault("0s")
    Duration age();
}
