package dev.footnote.http.security;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.query.Caller;
import dev.footnote.query.RequestError;
import dev.footnote.security.Role;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Finds out who sent a request, and whether that caller may read. */
@Singleton
public class CallerAuthentication {

    private static final Logger LOG = Logger.getLogger(CallerAuthentication.class);

    private final ReadingConfig config;

    CallerAuthentication(ReadingConfig config) {
        this.config = config;
    }

    /**
     * Authenticates an HTTP request by its header {@code Authorization}. One without it takes no time.
     *
     * @param next receives the caller
     * @param refusal receives, after a pause, what is wrong with the credentials
     */
    public void authenticate(RoutingContext context, Consumer<Caller> next, Consumer<RequestError> refusal) {
        boolean safe = context.request().method() != HttpMethod.POST;
        identify(context, identity -> {
            Caller caller = new Caller(identity, safe);
            context.put(Caller.class.getName(), caller);
            next.accept(caller);
        }, refusal);
    }

    /**
     * Authenticates a WebSocket by the payload of its first message, which may have a key {@code Authorization} with the text
     * of the HTTP header of that name, or else by the header of its handshake.
     *
     * @param context of the handshake
     */
    public void authenticate(RoutingContext context, Map<String, Object> payload, Consumer<Caller> next,
            Consumer<RequestError> refusal) {
        payload.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase("Authorization")).findFirst()
                .ifPresent(entry -> context.request().headers().set(HttpHeaders.AUTHORIZATION,
                        String.valueOf(entry.getValue())));
        identify(context, identity -> next.accept(new Caller(identity, false)), refusal);
    }

    private static void identify(RoutingContext context, Consumer<Optional<SecurityIdentity>> next,
            Consumer<RequestError> refusal) {
        if (!context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            next.accept(Optional.empty());
            return;
        }
        // the token may be checked on another thread
        Context connection = Vertx.currentContext();
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        authenticator.attemptAuthentication(context).subscribe().with(
                identity -> connection.runOnContext(now -> next.accept(Optional.ofNullable(identity))),
                failure -> SlowRefusal.after(context.vertx(),
                        () -> connection.runOnContext(now -> refusal.accept(error(failure)))));
    }

    private static RequestError error(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return CallerErrors.invalid();
        }
        LOG.warnf("A caller could not be authenticated: %s", failure.getMessage());
        return CallerErrors.unverifiable();
    }

    /** The caller of an HTTP request that was authenticated. */
    public static Caller caller(RoutingContext context) {
        return Optional.<Caller> ofNullable(context.get(Caller.class.getName())).orElseThrow();
    }

    /** Why the caller must not read; empty if it may. */
    public Optional<RequestError> refusal(Caller caller) {
        if (config.anonymous() || caller.identity().filter(Role.READER::isHeldBy).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(caller.identity().isEmpty() ? CallerErrors.needed() : CallerErrors.forbidden());
    }

    /** Whether the answer to the caller must not be given to another one. */
    public boolean isPrivate(Caller caller) {
        return !config.anonymous() || caller.identity().isPresent();
    }
}
