package dev.footnote.destination;

import java.io.IOException;

/** Thrown where something is already that was not to be replaced, or must not be. Nothing was written. */
public final class Occupied extends IOException {

    Occupied(String message) {
        super(message);
    }
}
