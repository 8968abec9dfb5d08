package dev.footnote.query.document;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "footnote")
public interface DocumentConfig {

    enum Trust {
        /** All documents are accepted. */
        ALSO,
        /** Only trusted documents are accepted. */
        ONLY
    }

    /** The folder of the trusted documents. If empty, the examples that ship with the product are used. */
    @WithName("documents")
    Optional<String> folder();

    /** Whether documents other than trusted ones are accepted. */
    @WithName("trusted-documents")
    @WithDefault("also")
    Trust trust();
}
