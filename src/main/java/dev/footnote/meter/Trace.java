package dev.footnote.meter;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** One request, followed. It never holds variables, because they may be what nobody else is to know. */
public final class Trace {

    /** For requests that nobody follows. */
    static final Trace NONE = new Trace(Span.getInvalid());

    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("graphql.operation.name");
    private static final AttributeKey<String> DOCUMENT = AttributeKey.stringKey("footnote.document.hash");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("footnote.outcome");
    private static final AttributeKey<Long> STATEMENTS = AttributeKey.longKey("footnote.statements");
    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("footnote.rows");
    private static final AttributeKey<Long> COST = AttributeKey.longKey("footnote.cost");

    private final Span span;

    Trace(Span span) {
        this.span = span;
    }

    /**
     * @param operation null where it has no name
     * @param hash of the document, which tells it from others without telling what it says
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

    /** @param failed whether the server is at fault */
    public void end(String outcome, boolean failed) {
        span.setAttribute(OUTCOME, outcome);
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
