package dev.footnote.http.admin;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import dev.footnote.http.security.BearerToken;
import dev.footnote.http.security.SlowRefusal;
import dev.footnote.metamodel.scalar.Sha256;
import dev.footnote.security.ApiKeyStore;
import dev.footnote.security.Role;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Authentication of admin requests by the admin token, or by an API key with the role admin. */
final class BearerTokenAuth {

    static final int SHORTEST = 32;
    /** The values of Sec-Fetch-Site that a browser sends for requests that do not come from a page of another site. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Optional<byte[]> token;
    private final ApiKeyStore keys;

    BearerTokenAuth(Optional<String> token, ApiKeyStore keys) {
        this.token = token.map(BearerTokenAuth::digest);
        this.keys = keys;
    }

    /** Whether anybody can be admitted. */
    boolean isOpen() {
        return token.isPresent() || !keys.isEmpty();
    }

    /** @return false if the request is rejected; the response is then sent or scheduled */
    boolean admits(RoutingContext context) {
        HttpServerRequest request = context.request();
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            new JsonReply(403,
                    "Cross-site request refused. Send admin requests from a program, not from a page of another site.")
                    .to(context);
            return false;
        }
        if (BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION)).filter(this::isValid).isPresent()) {
            return true;
        }
        turnAway(context);
        return false;
    }

    private boolean isValid(String shown) {
        boolean isToken = token.isPresent() && MessageDigest.isEqual(digest(shown), token.get());
        return isToken || keys.find(shown).filter(key -> key.role() == Role.ADMIN).isPresent();
    }

    /** Rejects the request after a pause, to slow down guessing. A request with the right token never waits. */
    private static void turnAway(RoutingContext context) {
        JsonReply reply = new JsonReply(401, "Send the admin token, or an API key with the role admin, in the header"
                + " Authorization: Bearer ...");
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"admin\"");
        SlowRefusal.after(context.vertx(), () -> reply.to(context));
    }

    /**
     * Hashes the text. All hashes have the same length, so that the comparison reveals nothing, not even the length of the
     * token.
     */
    private static byte[] digest(String text) {
        return Sha256.bytes(text);
    }
}
