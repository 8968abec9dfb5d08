package dev.footnote.http.admin;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "footnote.admin")
interface AdminConfig {

    /** The bearer token that admin requests must send, at least 32 characters. Without it the admin API is closed. */
    Optional<String> token();

    /**
     * Maximum size of an uploaded dataset, in bytes. It is limited because the upload stays on the disk until it is imported.
     */
    @WithDefault("1073741824")
    long upload();

    /**
     * Maximum size of all files of a dataset after decompression, in bytes. It is limited because that much is staged in the
     * database before errors are known.
     */
    @WithDefault("21474836480")
    long unpacked();

    /** Maximum time for an upload, from the head of the request to the end of the dataset. */
    @WithDefault("30m")
    Duration patience();

    /** How long a client waits for a long job. After that the job continues in the background, and the status reports it. */
    @WithDefault("60s")
    Duration hold();

    /** The folder that backups are written to. If it is not set, no backups are written. */
    Optional<String> backups();
}
