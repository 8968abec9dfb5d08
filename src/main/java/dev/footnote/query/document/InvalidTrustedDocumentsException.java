package dev.footnote.query.document;

import java.util.List;

/** Thrown when trusted documents cannot be trusted, because they could never be answered. */
public final class InvalidTrustedDocumentsException extends RuntimeException {

    InvalidTrustedDocumentsException(List<String> errors) {
        super("The trusted documents have " + (errors.size() == 1 ? "one fault" : errors.size() + " faults")
                + "; the server does not start.\n  " + String.join("\n  ", errors), null, false, false);
    }
}
