package dev.footnote.query.document;

import java.util.List;

/** Thrown if trusted documents are invalid, because they could never be executed. */
public final class InvalidTrustedDocumentsException extends RuntimeException {

    InvalidTrustedDocumentsException(List<String> errors) {
        super("The trusted documents have " + (errors.size() == 1 ? "one fault" : errors.size() + " faults")
                + "; the server does not start.\n  " + String.join("\n  ", errors), null, false, false);
    }
}
