package dev.footnote.http.security;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import jakarta.inject.Singleton;

import dev.footnote.security.ApiKey;
import dev.footnote.security.ApiKeyStore;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Authenticates a request by the API key in its header {@code Authorization: Bearer}. Cookies are never read. */
@Singleton
public class ApiKeyAuthenticationMechanism implements HttpAuthenticationMechanism {

    private final ApiKeyStore keys;

    ApiKeyAuthenticationMechanism(ApiKeyStore keys) {
        this.keys = keys;
    }

    /** @return nothing if the request has no API key, so that another mechanism may authenticate it */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviderManager) {
        Optional<String> key = key(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (key.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return keys.find(key.get()).map(found -> Uni.createFrom().item(identity(found)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static Optional<String> key(String authorization) {
        return BearerToken.of(authorization).filter(token -> token.startsWith(ApiKey.PREFIX));
    }

    private SecurityIdentity identity(ApiKey key) {
        BooleanSupplier isValid = () -> keys.isValid(key);
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(key.name()))
                .addRoles(key.role().included()).addAttribute(CredentialValidity.KEY, isValid).build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"footnote\""));
    }

    /** Ahead of other mechanisms for bearer tokens, which know nothing of API keys. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1000;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
