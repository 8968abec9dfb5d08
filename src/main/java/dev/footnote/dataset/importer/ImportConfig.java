package dev.footnote.dataset.importer;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "footnote")
public interface ImportConfig {

    /**
     * The dataset to import at startup: a folder, a zip or a file. If not set, a database with a dataset is served as it is,
     * and an empty one gets the dataset that ships with the product.
     */
    @WithName("dataset")
    Optional<String> folder();
}
