package dev.footnote.http.security;

import java.util.Optional;

/** The token in a header {@code Authorization: Bearer}, RFC 6750, section 2.1. */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {
    }

    /** @param authorization value of the header, or null; empty if it has another scheme */
    public static Optional<String> of(String authorization) {
        return Optional.ofNullable(authorization).filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip());
    }
}
