package dev.footnote.http.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.footnote.security.Role;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Gives the owner of an access token the roles of ours that its claim names, and those that they include. Other values of the
 * claim belong to other applications.
 */
@Singleton
class TokenRoles implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        Set<String> roles = Arrays.stream(Role.values()).filter(role -> role.isHeldBy(identity))
                .flatMap(role -> role.included().stream()).collect(Collectors.toSet());
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder().setAnonymous(identity.isAnonymous())
                .setPrincipal(identity.getPrincipal()).addAttributes(identity.getAttributes()).addRoles(roles).build());
    }
}
