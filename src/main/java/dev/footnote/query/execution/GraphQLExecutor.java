package dev.footnote.query.execution;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import dev.footnote.database.connection.DatabaseUnavailableException;
import dev.footnote.database.connection.PoolExhaustedException;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.MethodScope;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.document.PreparedDocument;
import dev.footnote.query.output.JsonResultWriter;
import dev.footnote.query.output.MapResultWriter;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.FieldArguments;
import dev.footnote.query.plan.QueryPlan;
import dev.footnote.query.sql.KnownAt;
import graphql.language.OperationDefinition;

/**
 * Executes GraphQL operations against the database. graphql-java parses, validates and coerces. This class reads the selected
 * data in one snapshot, with one statement for each relation, and writes the response directly from the rows.
 */
public final class GraphQLExecutor {

    private static final Logger LOG = Logger.getLogger(GraphQLExecutor.class);

    private final DocumentCache documents;
    private final IntrospectionExecutor introspection;
    private final SnapshotReader reading;
    private final MutationExecutor mutations;
    private final QueryLimits limits;

    /** Creates an executor that answers queries only. */
    public GraphQLExecutor(DocumentCache documents, SnapshotReader reading, QueryLimits limits) {
        this(documents, reading, MethodScope.NONE, limits);
    }

    /** @param scope in which mutations and the query fields of annotated methods are executed */
    public GraphQLExecutor(DocumentCache documents, SnapshotReader reading, MethodScope scope, QueryLimits limits) {
        this.documents = documents;
        this.introspection = new IntrospectionExecutor(documents.schema(), scope);
        this.mutations = new MutationExecutor(introspection);
        this.reading = reading;
        this.limits = limits;
    }

    /** Executes a request and returns data or errors; never throws. */
    public GraphQLResponse ask(GraphQLRequest request) {
        try {
            return answer(ready(request), new CancellationToken(), false);
        } catch (RequestException exception) {
            return GraphQLResponse.refused(exception);
        }
    }

    /** Whether the document of a request is already prepared, so that preparing the request takes little time. */
    public boolean knows(GraphQLRequest request) {
        return documents.knows(request);
    }

    /** Whether the response takes less time than handing the request to another thread. */
    public boolean atHand(PreparedRequest ready) {
        return ready.trivial() || !ready.question().introspective() && !ready.asked().fetches().isEmpty()
                && reading.atHand(ready.asked());
    }

    /**
     * Finds the operation and coerces the variables.
     *
     * @throws RequestException if there is no valid document, no such operation, or a variable does not match its type
     */
    public ParsedRequest draft(GraphQLRequest request) {
        PreparedDocument prepared = documents.prepared(request);
        OperationDefinition operation = prepared.operation(request.operation());
        return new ParsedRequest(prepared, operation, documents.coerced(operation, request.variables()));
    }

    /** Opens a snapshot of the database to read from until it is closed. */
    public SnapshotSession open(BoundPlan asked, CancellationToken cancellation) throws SQLException {
        return reading.open(asked.knownAt(), cancellation);
    }

    /**
     * Prepares a request.
     *
     * @throws RequestException with all errors that prevent the request from being executed
     */
    public PreparedRequest ready(GraphQLRequest request) {
        ParsedRequest draft = draft(request);
        PreparedDocument prepared = draft.prepared();
        OperationDefinition operation = draft.operation();
        if (operation.getOperation() == OperationDefinition.Operation.MUTATION) {
            return MutationExecutor.prepared(request, draft, limits);
        }
        if (operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
            throw new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST, "A subscription is answered by events."
                    + " Send it over WebSocket, or with the header Accept: text/event-stream."));
        }
        QueryPlan question = prepared.question(operation, draft.variables());
        BoundPlan asked = bound(question, draft);
        long estimate = asked.estimate() + IntrospectionExecutor.cost(question);
        if (estimate > limits.cost()) {
            throw new RequestException(
                    List.of(RequestError.of(RequestError.Code.TOO_COMPLEX, "The request may cost " + estimate + ", and "
                            + limits.cost() + " is the most. Ask for smaller pages, or for fewer levels of them.")),
                    estimate);
        }
        return new PreparedRequest(request, prepared, operation, question, asked, estimate);
    }

    /**
     * Binds a plan to the variables of a request, and to the moment that its directive names.
     *
     * @throws RequestException with all errors of all arguments
     */
    public BoundPlan bound(QueryPlan plan, ParsedRequest draft) {
        return BoundPlan.of(plan.fetches(), draft.variables(), limits)
                .at(KnownAt.of(documents.schema(), draft.operation(), draft.variables()));
    }

    /**
     * Executes a prepared request; never throws.
     *
     * @param told whether the response reports its cost
     */
    public GraphQLResponse answer(PreparedRequest ready, CancellationToken cancellation, boolean told) {
        GraphQLResponse answer = tried(ready, cancellation, told);
        if (answer.outcome() == GraphQLResponse.Outcome.ANSWERED) {
            return answer;
        }
        // what was read before the failure took time as well
        FetchResults loaded = cancellation.loaded() == null ? new FetchResults(0) : cancellation.loaded();
        return answer.costing(new ExecutionCost(ready.estimate(), loaded.cost, loaded.statements, loaded.rows));
    }

    private GraphQLResponse tried(PreparedRequest ready, CancellationToken cancellation, boolean told) {
        try {
            cancellation.begin();
            if (ready.mutates()) {
                return mutations.answer(ready, cancellation);
            }
            return ready.question().introspective() ? introspected(ready, cancellation, told)
                    : written(ready, cancellation, told);
        } catch (CancellationToken.Stopped stopped) {
            return stopped(cancellation);
        } catch (RequestException exception) {
            return GraphQLResponse.refused(exception);
        } catch (JsonResultWriter.TooLong tooLong) {
            return GraphQLResponse
                    .refused(RequestError.of(RequestError.Code.TOO_COMPLEX, "The answer has more than " + limits.answerBytes()
                            + " bytes. Ask for less, or in several requests."));
        } catch (SQLException | RuntimeException e) {
            return failed(cancellation, e);
        }
    }

    private GraphQLResponse failed(CancellationToken cancellation, Exception failure) {
        if (failure instanceof DatabaseUnavailableException) {
            return GraphQLResponse.unavailable();
        }
        if (failure instanceof PoolExhaustedException) {
            return GraphQLResponse.overloaded();
        }
        if (cancellation.stopped()) {
            return stopped(cancellation);
        }
        LOG.errorf(failure, "The request %s failed", cancellation.id());
        return GraphQLResponse.failed(cancellation.id());
    }

    private GraphQLResponse stopped(CancellationToken cancellation) {
        if (reading.wasAway()) {
            return GraphQLResponse.unavailable();
        }
        String stopped = "Answering took longer than " + limits.time().toMillis() + " ms, and was stopped. ";
        FetchNode slowest = cancellation.slowest();
        if (slowest == null) {
            return GraphQLResponse.refused(
                    RequestError.of(RequestError.Code.TIMED_OUT, stopped + "Ask for less, or filter by what is indexed."));
        }
        FieldArguments argument = slowest.list().argument;
        return GraphQLResponse.refused(new RequestError(RequestError.Code.TIMED_OUT,
                stopped + "Most of the time went into reading " + slowest.path
                        + ". Ask for less of it, or filter it by what is indexed.",
                argument == null ? List.of() : List.of(argument.field().getSourceLocation())));
    }

    private GraphQLResponse written(PreparedRequest ready, CancellationToken cancellation, boolean told) throws SQLException {
        JsonResultWriter out = new JsonResultWriter(limits.answerBytes());
        FetchResults loaded = reading.load(ready.asked(), cancellation);
        out.raw("{\"data\":");
        ready.question().write(out, loaded);
        ExecutionCost cost = new ExecutionCost(ready.estimate(), loaded.cost, loaded.statements, loaded.rows);
        if (told) {
            out.raw(",\"extensions\":{\"cost\":").tree(cost.specified(limits.cost())).raw("}");
        }
        out.raw("}");
        return GraphQLResponse.of(out.bytes(), cost);
    }

    /**
     * Reads a query that the server itself asks.
     *
     * @return the object under {@code data}, by response names
     */
    public Map<String, Object> read(GraphQLRequest request, CancellationToken cancellation) {
        try {
            PreparedRequest ready = ready(request);
            return maps(ready, reading.load(ready.asked(), cancellation));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dataset part of an operation as maps by response name, for graphql-java to complete. */
    static Map<String, Object> maps(PreparedRequest ready, FetchResults loaded) {
        MapResultWriter out = new MapResultWriter();
        ready.question().write(out, loaded);
        return out.whole();
    }

    private GraphQLResponse introspected(PreparedRequest ready, CancellationToken cancellation, boolean told)
            throws SQLException {
        JsonResultWriter out = new JsonResultWriter(limits.answerBytes());
        // before the execution by graphql-java, which would treat an unavailable database as an error of its own
        FetchResults loaded = reading.load(ready.asked(), cancellation);
        Map<String, Object> result = introspection.answer(ready, maps(ready, loaded), cancellation);
        ExecutionCost cost = new ExecutionCost(ready.estimate(), loaded.cost + IntrospectionExecutor.cost(ready.question()),
                loaded.statements,
                loaded.rows);
        if (told) {
            result.put("extensions", Map.of("cost", cost.specified(limits.cost())));
        }
        out.tree(result);
        return GraphQLResponse.of(out.bytes(), cost);
    }
}
