package dev.footnote.http.admin;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.database.H2Backup;

/**
 * Writes backups into the configured folder. The client can neither choose another location nor overwrite an existing backup.
 */
@Singleton
class BackupHandler {

    private static final int CONFLICT = 409;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'footnote-'yyyyMMdd'T'HHmmss.SSS'Z'",
            Locale.ROOT);

    private final H2Backup backup;
    private final AdminConfig config;

    BackupHandler(H2Backup backup, AdminConfig config) {
        this.backup = backup;
        this.config = config;
    }

    JsonReply write() throws IOException {
        if (!backup.isPossible()) {
            return new JsonReply(CONFLICT,
                    "This server has no H2 file to copy. A PostgreSQL is backed up by pg_dump; a dataset in"
                            + " memory comes from its files.");
        }
        if (config.backups().isEmpty()) {
            return new JsonReply(CONFLICT, "Nobody has said where backups go. Set footnote.admin.backups to a folder.");
        }
        Path folder = Files.createDirectories(Path.of(config.backups().get()));
        Path file = folder.resolve(NAME.format(ZonedDateTime.now(ZoneOffset.UTC)) + ".zip");
        Path part = folder.resolve("." + file.getFileName() + ".part");
        // a resource and not a finally block, because an error on deletion would hide why the backup cannot be written
        try (Closeable rest = () -> Files.deleteIfExists(part)) {
            backup.write(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", file.toString());
        answer.put("bytes", Files.size(file));
        return new JsonReply(201, answer);
    }
}
