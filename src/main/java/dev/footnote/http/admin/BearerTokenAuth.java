package dev.footnote.http.admin;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.footnote.http.security.BearerToken;
import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.http.security.OpenIdConfigSource;
import dev.footnote.http.security.SlowRefusal;
import dev.footnote.metamodel.scalar.Sha256;
import dev.footnote.security.ApiKeyStore;
import dev.footnote.security.Role;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Authentication of admin requests by the admin token, or by credentials with the role admin. */
@Singleton
class BearerTokenAuth {

    static final int SHORTEST = 32;
    /** The values of Sec-Fetch-Site that a browser sends for requests that do not come from a page of another site. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Optional<byte[]> token;
    private final ApiKeyStore keys;
    private final CallerAuthentication callers;
    private final boolean hasProvider;

    BearerTokenAuth(AdminConfig config, ApiKeyStore keys, CallerAuthentication callers,
            @ConfigProperty(name = OpenIdConfigSource.ENABLED) boolean hasProvider) {
        this.token = config.token().map(BearerTokenAuth::digest);
        this.keys = keys;
        this.callers = callers;
        this.hasProvider = hasProvider;
    }

    /** Whether anybody can be admitted. */
    boolean isOpen() {
        return token.isPresent() || hasProvider || !keys.isEmpty();
    }

    /** Runs the next step for an admin. Anybody else gets a refusal. */
    void admit(RoutingContext context, Runnable next) {
        HttpServerRequest request = context.request();
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            new JsonReply(403,
                    "Cross-site request refused. Send admin requests from a program, not from a page of another site.")
                    .to(context);
        } else if (BearerToken.of(request.getHeader(HttpHeaders.AUTHORIZATION)).filter(this::isToken).isPresent()) {
            next.run();
        } else {
            callers.authenticate(context, caller -> {
                if (caller.identity().filter(Role.ADMIN::isHeldBy).isPresent()) {
                    next.run();
                } else {
                    SlowRefusal.after(context.vertx(), () -> refuse(context));
                }
            }, error -> refuse(context));
        }
    }

    private boolean isToken(String shown) {
        return token.isPresent() && MessageDigest.isEqual(digest(shown), token.get());
    }

    private static void refuse(RoutingContext context) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"admin\"");
        new JsonReply(401, "Send the admin token, or an API key with the role admin, in the header"
                + " Authorization: Bearer ...").to(context);
    }

    /**
     * Hashes the text. All hashes have the same length, so that the comparison reveals nothing, not even the length of the
     * token.
     */
    private static byte[] digest(String text) {
        return Sha256.bytes(text);
    }
}
