package dev.footnote.http.admin;

import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.footnote.metamodel.scalar.Sha256;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Authentication of admin requests by bearer token. Only requests with the token are admitted. */
final class BearerTokenAuth {

    static final int SHORTEST = 32;
    private static final String SCHEME = "Bearer ";
    private static final int PAUSE_MILLISECONDS = 1000;
    private static final int MOST_WAITING = 20;
    /** The values of Sec-Fetch-Site that a browser sends for requests that do not come from a page of another site. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final byte[] token;
    private final AtomicInteger waiting = new AtomicInteger();

    BearerTokenAuth(String token) {
        this.token = digest(token);
    }

    /** @return false if the request is rejected; the response is then sent or scheduled */
    boolean admits(RoutingContext context) {
        HttpServerRequest request = context.request();
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            new JsonReply(403, "Pages of other sites have no business here.").to(context);
            return false;
        }
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(digest(shown.substring(SCHEME.length()).strip()), token)) {
            return true;
        }
        turnAway(context);
        return false;
    }

    /** Rejects the request after one second, to slow down guessing. A request with the right token never waits. */
    private void turnAway(RoutingContext context) {
        JsonReply reply = new JsonReply(401, "Send the admin token in the header Authorization: Bearer ...");
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"admin\"");
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            reply.to(context);
            return;
        }
        context.vertx().setTimer(PAUSE_MILLISECONDS, late -> {
            waiting.decrementAndGet();
            reply.to(context);
        });
    }

    /**
     * Hashes the text. All hashes have the same length, so that the comparison reveals nothing, not even the length of the
     * token.
     */
    private static byte[] digest(String text) {
        return Sha256.bytes(text);
    }
}
