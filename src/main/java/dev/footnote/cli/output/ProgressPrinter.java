package dev.footnote.cli.output;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import dev.footnote.background.PeriodicTask;

/** Prints progress: on a terminal in a line that is updated, elsewhere in a new line every few seconds. */
public final class ProgressPrinter implements AutoCloseable {

    private static final int TERMINAL_MILLISECONDS = 200;
    private static final int ELSEWHERE_MILLISECONDS = 5000;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private final PeriodicTask clock;
    private volatile Stage stage;

    /**
     * A step of the work.
     *
     * @param total number of items; 0 if unknown
     */
    private record Stage(String name, long done, long total, long since) {
    }

    public ProgressPrinter(PrintWriter err, String work) {
        this(err, work, isTerminal());
    }

    ProgressPrinter(PrintWriter err, String work, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.stage = new Stage(work, 0, 0, begun);
        Duration pause = Duration.ofMillis(terminal ? TERMINAL_MILLISECONDS : ELSEWHERE_MILLISECONDS);
        this.clock = PeriodicTask.every(pause, pause, "progress", this::print);
    }

    /** Starts a step, or updates its progress. */
    public void at(String name, long done, long total) {
        Stage now = stage;
        stage = new Stage(name, done, total, now.name.equals(name) ? now.since : System.nanoTime());
    }

    private void print() {
        String line = line(System.nanoTime());
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        } else {
            err.println(line);
        }
        err.flush();
    }

    String line(long now) {
        Stage at = stage;
        double seconds = Math.max(0.001, (now - at.since) / 1e9);
        if (at.done == 0) {
            return at.name + ", " + time((now - begun) / 1e9);
        }
        double rate = at.done / seconds;
        String left = at.total > at.done ? ", " + time((at.total - at.done) / rate) + " left" : "";
        String of = at.total > 0 ? " of " + number(at.total) : "";
        return at.name + ": " + number(at.done) + of + ", " + number(Math.round(rate)) + "/s" + left;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String time(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return time.toMinutes() == 0 ? time.toSeconds() + " s" : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    @Override
    public void close() {
        clock.close();
        if (terminal) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }

    /** Whether the output is a terminal. Since Java 22 there is a console even without a terminal, and it can be asked. */
    private static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (Runtime.version().feature() < 22 || (boolean) Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
