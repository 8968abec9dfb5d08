package dev.footnote.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

import dev.footnote.database.Unusable;
import dev.footnote.folder.BrokenDataset;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.util.ExceptionUtil;

/**
 * How the work ended.
 *
 * @param sentence what whoever started it should know, or null where it was said already
 */
public record Ending(int status, String sentence) {

    public static Ending with(int status) {
        return new Ending(status, null);
    }

    /** What went wrong, in a sentence where there is one, because a stack tells nothing to whom it is not written for. */
    public static Ending of(Throwable failure) {
        Optional<String> unusable = Unusable.why(failure);
        if (unusable.isPresent()) {
            return new Ending(Status.DATABASE, unusable.get());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PreventFurtherStepsException stop) {
                return new Ending(stop.getExitCode(), stop.getMessage());
            }
            if (cause instanceof BrokenDataset broken) {
                return new Ending(Status.FAULTS, broken.getMessage());
            }
            if (cause instanceof QuarkusBindException taken) {
                return new Ending(Status.FAILED,
                        "Another program has port " + taken.getPort() + ". Choose another with --port.");
            }
        }
        if (failure instanceof IOException) {
            return new Ending(Status.FAILED, failure.getMessage());
        }
        return new Ending(Status.FAILED,
                "It went wrong where it should not:\n" + ExceptionUtil.generateStackTrace(failure));
    }

    /** @return the status */
    public int tell(PrintWriter err) {
        if (sentence != null) {
            err.println(sentence);
            err.flush();
        }
        return status;
    }
}
