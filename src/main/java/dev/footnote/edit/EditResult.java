package dev.footnote.edit;

import java.util.Optional;

/**
 * What came of an edit, and where it can be read.
 *
 * @param revision of the dataset from which on the edit is there; empty if nothing was written
 */
record EditResult(EditPayload payload, Optional<String> revision) {
}
