package dev.footnote.office;

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

import dev.footnote.database.Backup;

/** Writes backups into the folder that is set for them; who asks for one cannot choose where, nor overwrite any. */
@Singleton
class Backups {

    private static final int CONFLICT = 409;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'footnote-'yyyyMMdd'T'HHmmss.SSS'Z'",
            Locale.ROOT);

    private final Backup backup;
    private final OfficeConfig config;

    Backups(Backup backup, OfficeConfig config) {
        this.backup = backup;
        this.config = config;
    }

    Reply write() throws IOException {
        if (!backup.isPossible()) {
            return new Reply(CONFLICT, "This server has no H2 file to copy. A PostgreSQL is backed up by pg_dump; a dataset in"
                    + " memory comes from its files.");
        }
        if (config.backups().isEmpty()) {
            return new Reply(CONFLICT, "Nobody has said where backups go. Set footnote.office.backups to a folder.");
        }
        Path folder = Files.createDirectories(Path.of(config.backups().get()));
        Path file = folder.resolve(NAME.format(ZonedDateTime.now(ZoneOffset.UTC)) + ".zip");
        Path part = folder.resolve("." + file.getFileName() + ".part");
        // closed, and not deleted in a finally, because that would hide why the backup cannot be written
        try (Closeable rest = () -> Files.deleteIfExists(part)) {
            backup.write(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", file.toString());
        answer.put("bytes", Files.size(file));
        return new Reply(201, answer);
    }
}
