package dev.footnote.query.execution;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;

/** Executes a batch of requests one after the other; together they may cost no more than a single request. */
public final class BatchExecutor {

    private final GraphQLExecutor answers;
    private final QueryLimits limits;

    public BatchExecutor(GraphQLExecutor answers, QueryLimits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    /**
     * Executes a batch.
     *
     * @param told whether each response reports its cost
     */
    public GraphQLResponse answer(List<GraphQLRequest> requests, CancellationToken cancellation, boolean told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExecutionCost sum = ExecutionCost.NONE;
        long left = limits.cost();
        GraphQLResponse.Outcome worst = GraphQLResponse.Outcome.ANSWERED;
        List<RequestError.Code> codes = new ArrayList<>();
        for (GraphQLRequest request : requests) {
            GraphQLResponse answer = answer(request, cancellation, told, left);
            bytes.write(bytes.size() == 0 ? '[' : ',');
            bytes.writeBytes(answer.body());
            sum = sum.plus(answer.cost());
            long estimated = answer.cost().estimated();
            left -= estimated > left ? 0 : estimated; // a request over the remaining limit was not started
            boolean worse = answer.outcome().compareTo(worst) > 0;
            worst = worse ? answer.outcome() : worst;
            codes.addAll(worse ? 0 : codes.size(), answer.codes());
        }
        bytes.write(']');
        return new GraphQLResponse(bytes.toByteArray(), worst, sum, List.copyOf(codes));
    }

    private GraphQLResponse answer(GraphQLRequest request, CancellationToken cancellation, boolean told, long left) {
        try {
            PreparedRequest ready = answers.ready(request);
            if (ready.estimate() > left) {
                return GraphQLResponse.refused(
                        RequestError.of(RequestError.Code.TOO_COMPLEX, "All requests of the list together may cost more than "
                                + limits.cost() + ". Send this one by itself."));
            }
            return answers.answer(ready, cancellation, told);
        } catch (RequestException exception) {
            return GraphQLResponse.refused(exception);
        }
    }
}
