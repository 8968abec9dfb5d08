package dev.footnote.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.opening")
interface StartupConfig {

    /** Whether the trusted documents and the dataset are read at startup. Commands that do not serve requests skip this. */
    @WithDefault("true")
    boolean enabled();
}
