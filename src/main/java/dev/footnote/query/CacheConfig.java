package dev.footnote.query;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long answers are kept, and where. */
@ConfigMapping(prefix = "footnote.cache")
public interface CacheConfig {

    /** Bytes of answers that are kept in the process; 0 keeps none. */
    @WithDefault("33554432")
    long bytes();

    /** Bytes of counts, sums and groups of whole lists that are kept in the process; 0 keeps none. */
    @WithDefault("8388608")
    long sums();

    /**
     * How long a browser or a CDN may hand out the answer of a GET without asking whether it still holds. Zero has them ask
     * every time, which costs no execution; more lets them be as late as that.
     */
    @WithDefault("0s")
    Duration age();
}
