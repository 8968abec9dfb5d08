package dev.footnote.query.document;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "footnote")
public interface DocumentConfig {

    enum Trust {
        /** Every document is answered. */
        ALSO,
        /** None but trusted documents are answered. */
        ONLY
    }

    /** The folder of the trusted documents; the examples that ship with the product when empty. */
    @WithName("documents")
    Optional<String> folder();

    /** Whether other documents than trusted ones are answered. */
    @WithName("trusted-documents")
    @WithDefault("also")
    Trust trust();
}
