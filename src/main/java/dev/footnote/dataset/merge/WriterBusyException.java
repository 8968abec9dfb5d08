package dev.footnote.dataset.merge;

/** Thrown when an edit has to wait too long, because an import or another edit is being written. */
public final class WriterBusyException extends RuntimeException {

    WriterBusyException() {
        super("An import or another edit is being written. Send the edit again a little later.", null, false, false);
    }
}
