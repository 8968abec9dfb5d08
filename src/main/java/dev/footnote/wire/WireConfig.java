package dev.footnote.wire;

import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.http")
interface WireConfig {

    Limit limit();

    /** How many requests are answered at once; four for each processor when not given. */
    OptionalInt workers();

    interface Limit {

        /** The most bytes in the body of a request. A document of that size has some ten thousand fields. */
        @WithDefault("262144")
        int body();
    }
}
