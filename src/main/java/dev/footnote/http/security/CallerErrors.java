package dev.footnote.http.security;

import dev.footnote.query.RequestError;

/** What a caller is told who must not do what it asks for. */
public final class CallerErrors {

    private CallerErrors() {
    }

    public static RequestError invalid() {
        return RequestError.of(RequestError.Code.UNAUTHENTICATED, "The credentials in the header Authorization are not valid,"
                + " or no longer. Send a valid API key as Bearer.");
    }

    static RequestError needed() {
        return RequestError.of(RequestError.Code.UNAUTHENTICATED, "Reading needs an API key here. Send it in the header"
                + " Authorization: Bearer ...");
    }

    static RequestError forbidden() {
        return RequestError.of(RequestError.Code.FORBIDDEN, "Reading needs the role reader, editor or admin here, and these"
                + " credentials have none of them.");
    }
}
