package dev.footnote.http.security;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.query.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Finds out who sent a request. */
@Singleton
public class CallerAuthentication {

    private static final Logger LOG = Logger.getLogger(CallerAuthentication.class);

    private final ApiKeyAuthenticationMechanism keys;

    CallerAuthentication(ApiKeyAuthenticationMechanism keys) {
        this.keys = keys;
    }

    /**
     * Authenticates an HTTP request. One without credentials takes no time.
     *
     * @param next receives the caller, on any thread
     * @param refusal runs after a pause if the credentials are wrong
     */
    public void authenticate(RoutingContext context, Consumer<Caller> next, Runnable refusal) {
        boolean safe = context.request().method() != HttpMethod.POST;
        if (!context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            next.accept(new Caller(Optional.empty(), safe));
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                identity -> next.accept(
                        new Caller(Optional.ofNullable(identity).filter(one -> !one.isAnonymous()), safe)),
                failure -> {
                    if (!(failure instanceof AuthenticationFailedException)) {
                        LOG.warn("A caller could not be authenticated", failure);
                    }
                    SlowRefusal.after(context.vertx(), refusal);
                });
    }

    /**
     * Authenticates a WebSocket by the payload of its first message, which may have a key {@code Authorization} with the text
     * of the HTTP header of that name.
     *
     * @return empty if the credentials are wrong
     */
    public Optional<Caller> authenticate(Map<String, Object> payload) {
        Optional<String> shown = payload.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("Authorization"))
                .map(entry -> String.valueOf(entry.getValue())).findFirst();
        return shown.isEmpty() ? Optional.of(Caller.ANONYMOUS)
                : keys.identity(shown.get()).map(identity -> new Caller(Optional.of(identity), false));
    }
}
