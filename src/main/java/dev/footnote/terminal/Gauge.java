package dev.footnote.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import dev.footnote.scheduling.Periodic;

/** Tells how far a piece of work is: on a terminal in a line that changes, elsewhere in a line every few seconds. */
public final class Gauge implements AutoCloseable {

    private static final int TERMINAL_MILLISECONDS = 200;
    private static final int ELSEWHERE_MILLISECONDS = 5000;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private final Periodic clock;
    private volatile Stage stage;

    /**
     * A part of the work.
     *
     * @param total how many there are, 0 where nobody knows
     */
    private record Stage(String name, long done, long total, long since) {
    }

    public Gauge(PrintWriter err, String work) {
        this(err, work, isTerminal());
    }

    Gauge(PrintWriter err, String work, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.stage = new Stage(work, 0, 0, begun);
        Duration pause = Duration.ofMillis(terminal ? TERMINAL_MILLISECONDS : ELSEWHERE_MILLISECONDS);
        this.clock = Periodic.every(pause, pause, "progress", this::print);
    }

    /** Another part of the work begins, or it has come further. */
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

    /** Since Java 22 there is a console even where nobody sits at it, and it can be asked. */
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
