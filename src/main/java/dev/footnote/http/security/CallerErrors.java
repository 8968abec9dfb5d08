package dev.footnote.http.security;

import dev.footnote.query.RequestError;

/** What a caller is told who must not do what it asks for. */
public final class CallerErrors {

    private CallerErrors() {
    }

    public static RequestError invalid() {
        return RequestError.of(RequestError.Code.UNAUTHENTICATED, "The credentials in the header Authorization are not valid,"
                + " or no longer. Send a valid API key or access token as Bearer.");
    }

    static RequestError unverifiable() {
        return RequestError.of(RequestError.Code.UNAVAILABLE, "The access token cannot be checked, because the OpenID provider"
                + " cannot be reached. Send the request again later.");
    }

    static RequestError needed() {
        return RequestError.of(RequestError.Code.UNAUTHENTICATED,
                "Reading needs an API key or an access token here. Send it in the header"
                        + " Authorization: Bearer ...");
    }

    static RequestError forbidden() {
        return RequestError.of(RequestError.Code.FORBIDDEN, "Reading needs the role reader, editor or admin here, and these"
                + " credentials have none of them.");
    }
}
