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

    /** The folder of the trusted documents. If not set, the examples that ship with the product are used. */
    @WithName("documents")
    Optional<String> folder();

    /** {@code also} accepts other documents beside the trusted ones, {@code only} refuses them. */
    @WithName("trusted-documents")
    @WithDefault("also")
    Trust trust();
}
