package dev.footnote.http.security;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import dev.footnote.query.Caller;
import io.quarkus.security.identity.SecurityIdentity;

/** Whether the credentials that a caller has shown are still valid. A connection may be open for longer than they are. */
public final class CredentialValidity {

    /** The attribute of an identity that says whether its API key is still valid. */
    static final String KEY = "footnote.key-is-valid";
    /** The attribute of an identity with the time at which its token expires, in seconds. The framework sets it. */
    private static final String EXPIRY = "quarkus.identity.expire-time";

    private CredentialValidity() {
    }

    /** A caller without credentials has none that could end. */
    public static boolean holds(Caller caller) {
        return caller.identity().map(CredentialValidity::holds).orElse(true);
    }

    private static boolean holds(SecurityIdentity identity) {
        BooleanSupplier key = identity.getAttribute(KEY);
        Long expiry = identity.getAttribute(EXPIRY);
        return (key == null || key.getAsBoolean()) && (expiry == null || Instant.now().getEpochSecond() < expiry);
    }
}
