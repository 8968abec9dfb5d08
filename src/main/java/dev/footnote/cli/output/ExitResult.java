package dev.footnote.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.footnote.database.DatabaseErrorMessages;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;

/**
 * Result of a command.
 *
 * @param sentence message for the user; null if it was already printed
 */
public record ExitResult(int status, String sentence) {

    /** Message of SmallRye Config for an unknown setting. */
    private static final Pattern UNKNOWN = Pattern.compile("(\\S+) in .* does not map to any root");

    public static ExitResult with(int status) {
        return new ExitResult(status, null);
    }

    /**
     * Maps an exception to an exit code and a message. A stack trace is printed only for an unexpected error, because it does
     * not help a user.
     */
    public static ExitResult of(Throwable failure) {
        Optional<String> unusable = DatabaseErrorMessages.why(failure);
        if (unusable.isPresent()) {
            return new ExitResult(ExitCode.DATABASE, unusable.get());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PreventFurtherStepsException stop) {
                return new ExitResult(stop.getExitCode(), stop.getMessage());
            }
            if (cause instanceof InvalidDatasetException broken) {
                return new ExitResult(ExitCode.FAULTS, broken.getMessage());
            }
            if (cause instanceof ConfigValidationException wrong) {
                return new ExitResult(ExitCode.USAGE, settings(wrong));
            }
            if (cause instanceof QuarkusBindException taken) {
                return new ExitResult(ExitCode.FAILED,
                        "Another program has port " + taken.getPort() + ". Choose another with --port.");
            }
            if (cause instanceof BindException) {
                return new ExitResult(ExitCode.FAILED, "Another program has the management port. Choose another with"
                        + " --management-port.");
            }
        }
        if (failure instanceof IOException) {
            return new ExitResult(ExitCode.FAILED, failure.getMessage());
        }
        return new ExitResult(ExitCode.FAILED,
                "Unexpected error:\n" + ExceptionUtil.generateStackTrace(failure));
    }

    /** All problems of the settings, one per line. */
    private static String settings(ConfigValidationException wrong) {
        return IntStream.range(0, wrong.getProblemCount()).mapToObj(i -> setting(wrong.getProblem(i).getMessage()))
                .collect(Collectors.joining("\n"));
    }

    private static String setting(String problem) {
        Matcher unknown = UNKNOWN.matcher(problem);
        return unknown.find() ? "There is no setting " + unknown.group(1) + ". Correct its name, or remove it."
                : "A setting is wrong: " + problem.replaceFirst("^SRCFG\\d+: ", "");
    }

    /** @return the exit code */
    public int tell(PrintWriter err) {
        if (sentence != null) {
            err.println(sentence);
            err.flush();
        }
        return status;
    }
}
