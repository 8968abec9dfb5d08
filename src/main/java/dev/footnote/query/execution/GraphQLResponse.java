package dev.footnote.query.execution;

import java.util.List;
import java.util.Map;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.output.JsonResultWriter;

/**
 * The response to a request.
 *
 * @param body a GraphQL response as JSON in UTF-8
 * @param outcome whether the request was answered
 * @param codes the error codes, the worst first; for a batch, one code for each request that was not answered
 */
public record GraphQLResponse(byte[] body, Outcome outcome, ExecutionCost cost, List<RequestError.Code> codes) {

    private static final String ERRORS = "{\"errors\":";

    /** Outcomes from best to worst; a batch has the worst outcome of its elements. */
    public enum Outcome {
        /** The response has data. */
        ANSWERED,
        /** The request has errors. */
        REFUSED,
        /** The server is overloaded. */
        OVERLOADED,
        /** The database is unavailable. */
        UNAVAILABLE,
        /** The server failed. */
        FAILED
    }

    static GraphQLResponse of(byte[] body, ExecutionCost cost) {
        return new GraphQLResponse(body, Outcome.ANSWERED, cost, List.of());
    }

    /** A response in the format of the GraphQL specification. */
    public static GraphQLResponse of(Map<String, Object> specified) {
        return of(new JsonResultWriter().tree(specified).bytes(), ExecutionCost.NONE);
    }

    /** A response that has only errors. */
    public static GraphQLResponse refused(List<RequestError> errors) {
        return new GraphQLResponse(errors(errors), Outcome.REFUSED, ExecutionCost.NONE, List.of(errors.get(0).code()));
    }

    public static GraphQLResponse refused(RequestException exception) {
        return refused(exception.errors()).costing(new ExecutionCost(exception.estimate(), 0, 0, 0));
    }

    /** The same response with its cost. */
    GraphQLResponse costing(ExecutionCost took) {
        return new GraphQLResponse(body, outcome, took, codes);
    }

    /** The code of the worst error, or null. */
    public RequestError.Code code() {
        return codes.isEmpty() ? null : codes.get(0);
    }

    public static GraphQLResponse refused(RequestError error) {
        return refused(List.of(error));
    }

    /** A response which says that the server cannot process the request now. */
    public static GraphQLResponse overloaded() {
        return new GraphQLResponse(errors(List.of(RequestError.of(RequestError.Code.OVERLOADED,
                "The server has too much to do. Send the request again a little later."))), Outcome.OVERLOADED,
                ExecutionCost.NONE,
                List.of(RequestError.Code.OVERLOADED));
    }

    /** A response which says that nothing can be read now. */
    public static GraphQLResponse unavailable() {
        return new GraphQLResponse(errors(List.of(RequestError.of(RequestError.Code.UNAVAILABLE,
                "The database cannot be reached at the moment. Send the request again a little later."))), Outcome.UNAVAILABLE,
                ExecutionCost.NONE, List.of(RequestError.Code.UNAVAILABLE));
    }

    /**
     * A response which says that the server failed.
     *
     * @param id the request id in the log
     */
    public static GraphQLResponse failed(String id) {
        return new GraphQLResponse(
                errors(List.of(RequestError.of(RequestError.Code.INTERNAL, failure(id)))),
                Outcome.FAILED, ExecutionCost.NONE, List.of(RequestError.Code.INTERNAL));
    }

    /**
     * The message of a failure of the server.
     *
     * @param id the request id in the log
     */
    public static String failure(String id) {
        return "The server could not answer. Send the request again; if that does not help, tell whoever runs the server that"
                + " it was the request " + id + ".";
    }

    /** The error list from the body of a response that has only errors. */
    public static String errors(String body) {
        return body.substring(ERRORS.length(), body.length() - 1);
    }

    private static byte[] errors(List<RequestError> errors) {
        JsonResultWriter out = new JsonResultWriter();
        return out.raw(ERRORS).tree(errors.stream().map(RequestError::specified).toList()).raw("}").bytes();
    }
}
