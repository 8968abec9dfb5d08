package dev.footnote.app;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;

import dev.footnote.query.Caller;
import dev.footnote.query.MethodScope;
import graphql.ExecutionResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;

/**
 * Lets the methods that the framework found be called as in its own execution service: with a request context, the identity
 * of the caller and the framework's context. The service itself is not used, because it parses, validates and keeps each
 * document again, without a bound.
 */
@Singleton
class FrameworkScope implements MethodScope {

    /** The methods read requests by their arguments, so that the framework needs to know no more of it. */
    private static final JsonObject REQUEST = Json.createObjectBuilder().add("query", "").build();

    private final CurrentIdentityAssociation identities;

    FrameworkScope(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    @Override
    public ExecutionResult within(Caller caller, Function<Map<?, Object>, ExecutionResult> execution) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            caller.identity().ifPresent(identities::setIdentity);
            SmallRyeContext context = SmallRyeContextManager.fromInitialRequest(REQUEST);
            return execution.apply(new HashMap<>(Map.of(SmallRyeContextManager.CONTEXT, context, "runBlocking", true, "state",
                    request.getState())));
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            request.terminate();
        }
    }
}
