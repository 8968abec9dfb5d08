package dev.footnote.cli.output;

/** Exit codes of the process, so that a script can tell why it ended. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAULTS = 1;
    public static final int USAGE = 2;
    public static final int DATABASE = 3;
    public static final int FAILED = 4;

    private ExitCode() {
    }
}
