package dev.footnote.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Switches for features of the product; all are on by default. */
@ConfigMapping(prefix = "footnote")
public interface FeatureFlags {

    /** Whether introspection queries are answered, and the schema is served as text. */
    @WithDefault("true")
    boolean introspection();

    /** Whether the pages of the explorer are served. */
    @WithDefault("true")
    boolean explorer();

    /** Whether the page with GraphiQL is served. */
    @WithDefault("true")
    boolean graphiql();
}
