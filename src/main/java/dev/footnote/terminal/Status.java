package dev.footnote.terminal;

/** By which status the process ends, so that a script can tell why. */
public final class Status {

    public static final int DONE = 0;
    public static final int FAULTS = 1;
    public static final int USAGE = 2;
    public static final int DATABASE = 3;
    public static final int FAILED = 4;

    private Status() {
    }
}
