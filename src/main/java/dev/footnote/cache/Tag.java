package dev.footnote.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The entity tag of an answer: made of what was asked and of the version of the dataset, so that it is known unread. */
public final class Tag {

    private static final int BYTES = 18;

    private Tag() {
    }

    /** A weak one, because an answer is the same packed and unpacked, but not its bytes. */
    public static String of(byte[] asked, int form, String version) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(asked);
            digest.update((byte) form);
            digest.update(version.getBytes(StandardCharsets.UTF_8));
            byte[] hash = new byte[BYTES];
            System.arraycopy(digest.digest(), 0, hash, 0, BYTES);
            return "W/\"" + Base64.getUrlEncoder().encodeToString(hash) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether a header If-None-Match names the tag. */
    public static boolean matches(String header, String tag) {
        if (header == null || header.equals(tag)) {
            return header != null;
        }
        for (String one : header.split(",")) {
            String known = one.strip();
            // compared weakly, as this header is
            if (known.equals("*") || known.equals(tag) || tag.equals("W/" + known)) {
                return true;
            }
        }
        return false;
    }
}
