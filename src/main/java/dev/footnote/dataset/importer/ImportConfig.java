package dev.footnote.dataset.importer;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "footnote")
public interface ImportConfig {

    /** Folder of the dataset to serve. If empty, the dataset included in the product is served. */
    @WithName("dataset")
    Optional<String> folder();
}
