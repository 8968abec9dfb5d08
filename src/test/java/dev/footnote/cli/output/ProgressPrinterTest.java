package dev.footnote.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class ProgressPrinterTest {

    private final StringWriter err = new StringWriter();

    @Test
    void progress_shows_rate_and_remaining_time() {
        try (ProgressPrinter gauge = new ProgressPrinter(new PrintWriter(err), "importing facts", false)) {
            long begun = System.nanoTime();
            assertThat(gauge.line(begun + TimeUnit.SECONDS.toNanos(3))).isEqualTo("importing facts, 3 s");
            gauge.at("people", 1000, 100_000);
            assertThat(gauge.line(System.nanoTime() + TimeUnit.SECONDS.toNanos(1)))
                    .matches("people: 1,000 of 100,000, (999|1,000|9\\d\\d)/s, 1 min (39|4\\d|5\\d) s left");
            gauge.at("people", 1000, 0);
            assertThat(gauge.line(System.nanoTime() + TimeUnit.SECONDS.toNanos(1))).matches("people: 1,000, [0-9,]+/s");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void progress_on_a_terminal_is_one_line_that_is_cleared() throws Exception {
        try (ProgressPrinter gauge = new ProgressPrinter(new PrintWriter(err), "importing facts", true)) {
            Thread.sleep(700);
        }
        assertThat(err.toString()).startsWith("\rimporting facts, ").endsWith(" \r").doesNotContain("\n");
    }
}
