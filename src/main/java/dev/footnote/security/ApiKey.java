package dev.footnote.security;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.footnote.metamodel.scalar.Sha256;

/**
 * An API key as it is stored. The key itself is shown once, when it is made, and cannot be found from this.
 *
 * @param name who has it
 * @param hash SHA-256 of the key, in hexadecimal
 * @param expires when it ends; empty if never
 */
public record ApiKey(String name, Role role, String hash, Optional<Instant> expires) {

    /** The beginning of every key, by which people and scanners for leaked secrets recognize it. */
    public static final String PREFIX = "fnk_";

    private static final int RANDOM_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String NEVER = "never";

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for a key. Use up to 64 letters, digits and . _ @ -"
                    + ", and begin with a letter or a digit.");
        }
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("The hash of the key \"" + name + "\" is not a SHA-256 in hexadecimal.");
        }
    }

    /** A new random key, to be shown once. */
    public static String generate() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The stored form of a key. */
    public static ApiKey of(String key, String name, Role role, Optional<Instant> expires) {
        return new ApiKey(name, role, Sha256.of(key), expires);
    }

    /** Parses a line of the key file. @throws IllegalArgumentException with a sentence for the user */
    static ApiKey parse(String line) {
        String[] parts = line.strip().split("\\s+");
        if (parts.length != 4) {
            throw new IllegalArgumentException("The line does not have the four parts name, role, hash and expiry.");
        }
        return new ApiKey(parts[0], Role.of(parts[1]), parts[2],
                parts[3].equals(NEVER) ? Optional.empty() : Optional.of(instant(parts[3])));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time. Write it as 2030-12-31T00:00:00Z, or never.", e);
        }
    }

    /** The line of the key file. */
    String line() {
        return String.join(" ", name, role.text(), hash, expires.map(Instant::toString).orElse(NEVER));
    }

    /** Whether the key with that SHA-256 is this one. The time that it takes does not depend on the bytes. */
    boolean matches(byte[] sha256) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hash), sha256);
    }

    public boolean isExpired(Instant now) {
        return expires.isPresent() && !now.isBefore(expires.get());
    }
}
