package dev.footnote.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.footnote.database.Unusable;
import dev.footnote.folder.BrokenDataset;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;

/**
 * How the work ended.
 *
 * @param sentence what whoever started it should know, or null where it was said already
 */
public record Ending(int status, String sentence) {

    /** As the library for settings says it. */
    private static final Pattern UNKNOWN = Pattern.compile("(\\S+) in .* does not map to any root");

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
            if (cause instanceof ConfigValidationException wrong) {
                return new Ending(Status.USAGE, settings(wrong));
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

    /** All that is wrong with settings, a line each. */
    private static String settings(ConfigValidationException wrong) {
        return IntStream.range(0, wrong.getProblemCount()).mapToObj(i -> setting(wrong.getProblem(i).getMessage()))
                .collect(Collectors.joining("\n"));
    }

    private static String setting(String problem) {
        Matcher unknown = UNKNOWN.matcher(problem);
        return unknown.find() ? "There is no setting " + unknown.group(1) + ". Correct its name, or take it out."
                : "A setting is wrong: " + problem.replaceFirst("^SRCFG\\d+: ", "");
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
