package dev.footnote.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** File that stores API keys, one in a line: name, role, SHA-256 of the key, and expiry or {@code never}. */
public record ApiKeyFile(Path path) {

    private static final String HEAD = "# API keys of Footnote, changed by \"footnote key\": name, role, SHA-256 of the key, expiry";

    /**
     * Reads all keys; none if there is no such file.
     *
     * @throws IllegalArgumentException with a sentence for the user, if a line is wrong
     */
    public List<ApiKey> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<ApiKey> keys = new ArrayList<>();
        List<String> lines = Files.readAllLines(path);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                try {
                    keys.add(ApiKey.parse(lines.get(i)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(path + ":" + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        return List.copyOf(keys);
    }

    /** @throws IllegalArgumentException with a sentence for the user, if there is a key of that name */
    public void add(ApiKey key) throws IOException {
        List<ApiKey> keys = new ArrayList<>(read());
        if (keys.stream().anyMatch(other -> other.name().equals(key.name()))) {
            throw new IllegalArgumentException("There is a key \"" + key.name() + "\" already. Choose another name, or remove"
                    + " that key first.");
        }
        keys.add(key);
        write(keys);
    }

    /** @throws IllegalArgumentException with a sentence for the user, if there is no key of that name */
    public void remove(String name) throws IOException {
        List<ApiKey> keys = new ArrayList<>(read());
        if (!keys.removeIf(key -> key.name().equals(name))) {
            throw new IllegalArgumentException("There is no key \"" + name + "\" in " + path + ".");
        }
        write(keys);
    }

    /** Replaces the file at once, so that a server never reads half of it. */
    private void write(List<ApiKey> keys) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, "footnote", ".keys");
        Files.write(half, (Iterable<String>) Stream.concat(Stream.of(HEAD), keys.stream().map(ApiKey::line))::iterator);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(half, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
