package dev.footnote.office;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.footnote.folder.Folder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Lets in who shows the token, and nobody else. */
final class Guard {

    static final int SHORTEST = 32;
    private static final String SCHEME = "Bearer ";
    private static final int PAUSE_MILLISECONDS = 1000;
    private static final int MOST_WAITING = 20;
    /** What a browser says of requests that no page of another site has sent. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final byte[] token;
    private final AtomicInteger waiting = new AtomicInteger();

    Guard(String token) {
        this.token = digest(token);
    }

    /** @return false for who is turned away, and answered or about to be */
    boolean admits(RoutingContext context) {
        HttpServerRequest request = context.request();
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            new Reply(403, "Pages of other sites have no business here.").to(context);
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

    /** A second later, because whoever guesses should not do so often; the right token never waits. */
    private void turnAway(RoutingContext context) {
        Reply reply = new Reply(401, "Show the token of the office, in the header Authorization: Bearer ...");
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"office\"");
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

    /** Of the same length for all, so that comparing tells nothing, not even how long the token is. */
    private static byte[] digest(String text) {
        return Folder.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
