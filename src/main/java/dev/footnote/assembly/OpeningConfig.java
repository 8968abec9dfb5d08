package dev.footnote.assembly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.opening")
interface OpeningConfig {

    /** Whether the trusted documents and the dataset are read at start. Verbs that do not serve go without. */
    @WithDefault("true")
    boolean enabled();
}
