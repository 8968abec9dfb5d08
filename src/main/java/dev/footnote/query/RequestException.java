package dev.footnote.query;

import java.util.List;

/** Thrown if a request cannot be answered; its errors are reported to the client. */
public final class RequestException extends RuntimeException {

    private final transient List<RequestError> errors;
    private final long estimate;

    /** @param estimate the maximum cost of the response, 0 if unknown */
    public RequestException(List<RequestError> errors, long estimate) {
        super(errors.toString(), null, false, false);
        this.errors = errors;
        this.estimate = estimate;
    }

    public RequestException(List<RequestError> errors) {
        this(errors, 0);
    }

    public RequestException(RequestError error) {
        this(List.of(error));
    }

    public List<RequestError> errors() {
        return errors;
    }

    public long estimate() {
        return estimate;
    }
}
