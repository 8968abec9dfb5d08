package dev.footnote.query;

import java.util.List;

/** Thrown when a request cannot be answered, for reasons that its sender is told. */
public final class RequestException extends RuntimeException {

    private final transient List<RequestError> errors;
    private final long estimate;

    /** @param estimate what answering would cost at most, 0 where nobody knows */
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
