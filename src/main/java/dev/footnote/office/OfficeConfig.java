package dev.footnote.office;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.office")
interface OfficeConfig {

    /** What whoever comes in has to show, at least 32 characters; while there is none, the office is closed. */
    Optional<String> token();

    /** Bytes of a dataset that is sent, because it lies on the disk until it is imported. */
    @WithDefault("1073741824")
    long upload();

    /** Bytes of all its files unpacked, because that much is staged in the database before it is known what is wrong. */
    @WithDefault("21474836480")
    long unpacked();

    /** From the head of a dataset that is sent to its end. */
    @WithDefault("30m")
    Duration patience();

    /** How long an asker is kept waiting for what takes long; then it goes on by itself, and the status tells of it. */
    @WithDefault("60s")
    Duration hold();

    /** The folder that backups are written to; while there is none, none is written. */
    Optional<String> backups();
}
