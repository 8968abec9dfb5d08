package dev.footnote.edit;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.history")
interface HistoryConfig {

    /**
     * How long replaced rows and the log of edits are kept. Without it, for ever. Older ones take space that nobody asks for.
     */
    Optional<Duration> keep();

    /** How long the key of an edit is remembered. A client that has had no answer sends the edit again much sooner. */
    @WithDefault("7d")
    Duration keys();

    /** Pause between two times at which what is too old is deleted. Each delays the edits of that moment. */
    @WithDefault("1h")
    Duration pause();
}
