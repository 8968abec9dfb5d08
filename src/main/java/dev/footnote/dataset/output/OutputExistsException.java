package dev.footnote.dataset.output;

import java.io.IOException;

/** Thrown when the target exists and must not be replaced. Nothing was written. */
public final class OutputExistsException extends IOException {

    OutputExistsException(String message) {
        super(message);
    }
}
