package dev.footnote.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What of the product is open, all of it where nobody says otherwise. */
@ConfigMapping(prefix = "footnote")
public interface FeatureFlags {

    /** Whether questions about the schema are answered, and the schema is handed out as text. */
    @WithDefault("true")
    boolean introspection();

    /** Whether the page with GraphiQL is served. */
    @WithDefault("true")
    boolean graphiql();
}
