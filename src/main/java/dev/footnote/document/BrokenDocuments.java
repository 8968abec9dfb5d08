package dev.footnote.document;

import java.util.List;

/** Thrown when trusted documents cannot be trusted, because they could never be answered. */
public final class BrokenDocuments extends RuntimeException {

    BrokenDocuments(List<String> faults) {
        super("The trusted documents have " + (faults.size() == 1 ? "one fault" : faults.size() + " faults")
                + "; the server does not start.\n  " + String.join("\n  ", faults), null, false, false);
    }
}
