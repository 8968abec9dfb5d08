package dev.footnote.transfer;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "footnote")
public interface ImportConfig {

    /** The folder of the dataset to serve; the dataset that ships with the product when empty. */
    @WithName("dataset")
    Optional<String> folder();
}
