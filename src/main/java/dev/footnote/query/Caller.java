package dev.footnote.query;

import java.util.Optional;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who sent a request.
 *
 * @param identity empty if the request has no credentials
 * @param safe whether the request came by a safe HTTP method, such as GET, and must not change anything
 */
public record Caller(Optional<SecurityIdentity> identity, boolean safe) {

    /** Somebody without credentials, by any method. */
    public static final Caller ANONYMOUS = new Caller(Optional.empty(), false);

    /** The server itself, which may ask what no trusted document asks. */
    public static final Caller SERVER = new Caller(Optional.empty(), true);

    public boolean isServer() {
        return this == SERVER;
    }
}
