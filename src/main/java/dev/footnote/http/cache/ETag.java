package dev.footnote.http.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import dev.footnote.metamodel.scalar.Sha256;

/**
 * The entity tag of a response. It is computed from the request and the revision of the dataset, so it is known without reading
 * the response.
 */
public final class ETag {

    private static final int BYTES = 18;

    private ETag() {
    }

    /** Creates a weak tag, because a response is the same with and without compression, but its bytes are not. */
    public static String of(byte[] asked, int form, String version) {
        MessageDigest digest = Sha256.digest();
        digest.update(asked);
        digest.update((byte) form);
        digest.update(version.getBytes(StandardCharsets.UTF_8));
        return "W/\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), BYTES)) + "\"";
    }

    /** Whether an If-None-Match header names the tag. */
    public static boolean matches(String header, String tag) {
        if (header == null || header.equals(tag)) {
            return header != null;
        }
        for (String one : header.split(",")) {
            String known = one.strip();
            // weak comparison, as defined for this header
            if (known.equals("*") || known.equals(tag) || tag.equals("W/" + known)) {
                return true;
            }
        }
        return false;
    }
}
