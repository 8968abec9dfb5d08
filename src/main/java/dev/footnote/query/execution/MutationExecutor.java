package dev.footnote.query.execution;

import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.QueryPlan;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Executes mutations. They are not planned, because the methods that change something read by themselves. */
final class MutationExecutor {

    private static final Logger LOG = Logger.getLogger(MutationExecutor.class);

    private final IntrospectionExecutor methods;

    MutationExecutor(IntrospectionExecutor methods) {
        this.methods = methods;
    }

    /**
     * Prepares a mutation.
     *
     * @throws RequestException if the caller must not change anything
     */
    static PreparedRequest prepared(GraphQLRequest request, ParsedRequest draft, QueryLimits limits) {
        Caller caller = request.caller();
        if (caller.safe()) {
            throw new RequestException(RequestError.of(RequestError.Code.MUTATION_OVER_GET,
                    "A mutation cannot be sent by GET. Send it by POST."));
        }
        if (caller.identity().isEmpty()) {
            throw new RequestException(RequestError.of(RequestError.Code.UNAUTHENTICATED,
                    "Changing the dataset needs an API key"
                            + " with the role editor. Send it in the header Authorization: Bearer ..., and make one with"
                            + " \"footnote key add NAME --role editor\"."));
        }
        QueryPlan plan = new QueryPlan(List.of(), List.of(), 0, false);
        return new PreparedRequest(request, draft.prepared(), draft.operation(), plan,
                BoundPlan.of(plan.fetches(), draft.variables(), limits), 0);
    }

    /**
     * Executes a mutation, its fields in their order.
     *
     * @throws RequestException if there is an error; what is wrong with an input is in the results of the methods
     */
    GraphQLResponse answer(PreparedRequest ready, CancellationToken cancellation) {
        ExecutionResult result = methods.execute(ready, Map.of(), cancellation);
        if (result.getErrors().isEmpty()) {
            return GraphQLResponse.of(result.toSpecification());
        }
        throw new RequestException(result.getErrors().stream().map(error -> translated(error, cancellation)).toList());
    }

    /** The error in our words, because the framework's words show class names or say nothing. */
    private static RequestError translated(GraphQLError error, CancellationToken cancellation) {
        List<SourceLocation> at = error.getLocations() == null ? List.of() : error.getLocations();
        Throwable cause = error instanceof ExceptionWhileDataFetching fetching ? fetching.getException() : null;
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof ForbiddenException || one instanceof UnauthorizedException) {
                return new RequestError(RequestError.Code.FORBIDDEN, "The role of the API key does not permit this. Use a key"
                        + " with the role editor.", at);
            }
            if (one instanceof RequestException known) {
                return new RequestError(known.errors().get(0).code(), known.errors().get(0).message(), at);
            }
        }
        LOG.errorf(cause, "The request %s failed: %s", cancellation.id(), error);
        return new RequestError(RequestError.Code.INTERNAL, GraphQLResponse.failure(cancellation.id()), at);
    }
}
