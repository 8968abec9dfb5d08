package dev.footnote.security;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.keys")
interface ApiKeyConfig {

    /** The file that stores API keys. Nobody can edit while it does not exist. */
    @WithDefault("footnote.keys")
    String file();

    /** How long the keys that were read are used before the file is looked at again, so that a removed key soon ends. */
    @WithDefault("1s")
    Duration reread();
}
