package dev.footnote.http.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of who may read. */
@ConfigMapping(prefix = "footnote.reading")
public interface ReadingConfig {

    /** Whether requests without credentials are answered. If not, every request that reads needs the role reader. */
    @WithDefault("true")
    boolean anonymous();
}
