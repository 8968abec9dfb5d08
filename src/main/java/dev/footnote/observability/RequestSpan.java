package dev.footnote.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** The trace span of one request. It never contains variables, because they may be confidential. */
public final class RequestSpan {

    /** The span of requests that are not traced. */
    static final RequestSpan NONE = new RequestSpan(Span.getInvalid());

    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("graphql.operation.name");
    private static final AttributeKey<String> DOCUMENT = AttributeKey.stringKey("footnote.document.hash");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("footnote.outcome");
    private static final AttributeKey<Long> STATEMENTS = AttributeKey.longKey("footnote.statements");
    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("footnote.rows");
    private static final AttributeKey<Long> COST = AttributeKey.longKey("footnote.cost");

    private final Span span;

    RequestSpan(Span span) {
        this.span = span;
    }

    /**
     * @param operation null if it has no name
     * @param hash of the document, which identifies it without revealing its content
     */
    public void asks(String operation, String hash) {
        if (operation != null) {
            span.updateName(operation).setAttribute(OPERATION, operation);
        }
        span.setAttribute(DOCUMENT, hash);
    }

    public void took(long statements, long rows, long cost) {
        span.setAttribute(STATEMENTS, statements).setAttribute(ROWS, rows).setAttribute(COST, cost);
    }

    /** @param failed whether the server caused the failure */
    public void end(String outcome, boolean failed) {
        span.setAttribute(OUTCOME, outcome);
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
