package dev.footnote.security;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Type;

import io.quarkus.security.identity.SecurityIdentity;

/** Tells clients who they are to the server. */
@GraphQLApi
public class ViewerApi {

    private final SecurityIdentity identity;

    ViewerApi(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Query
    @Description("Who asks, by the credentials of the request. Null for a request without any.")
    public Viewer viewer() {
        return identity.isAnonymous() ? null
                : new Viewer(identity.getPrincipal().getName(), identity.getRoles().stream().sorted().toList());
    }

    /** Somebody with credentials. */
    @Type("Viewer")
    @Description("Somebody with credentials.")
    public record Viewer(@NonNull @Description("The name of the API key, or of the user at the OpenID provider.") String name,
            @NonNull @Description("What the credentials permit: reader, editor, admin.") List<@NonNull String> roles) {
    }
}
