package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;

import dev.footnote.Door;

/** Criteria for handling hostile input: refused in time, without internal details, without leftovers. */
final class Verdict {

    /** The time that a refusal may take; the one that may be taken to answer is shorter. */
    private static final long REFUSAL = TimeUnit.SECONDS.toNanos(3);

    /** Insides of the server: classes, stacks, paths, SQL, and values as Java shows them. */
    private static final Pattern LEAK = Pattern
            .compile("Exception|\\b(?:java|jdk|sun|io\\.vertx|io\\.netty|graphql|com\\.fasterxml"
                    + "|org\\.h2|org\\.postgresql|dev\\.footnote)\\.[a-z]|\\bat [a-zA-Z.]+\\(|\"stack\"|\\.java:\\d|/(?:home|root|tmp|usr|var)/"
                    + "|\\bSELECT \\w|\\bFROM \\w+ WHERE|LinkedHashMap|ArrayList|(?:Int|Float|String|Object|Array|Enum|Boolean)Value\\{"
                    + "|ObjectField\\{|Fault\\[|\\bjdbc:");

    private Verdict() {
    }

    /** Refused by a status or by errors, in time. */
    static void refused(String what, HttpResponse<String> answer, long begun) {
        assertThat(System.nanoTime() - begun).as("nanoseconds for " + what).isLessThan(REFUSAL);
        assertThat(answer.statusCode()).as(what + answer.body()).isBetween(200, 499);
        silent(what, answer.body());
        if (answer.statusCode() == 200) {
            JsonNode tree = Door.tree(answer.body());
            assertThat(tree.at("/errors/0/message").asText()).as(what + answer.body()).isNotBlank();
            assertThat(tree.at("/errors/0/extensions/code").asText()).as(what).isNotIn("", "INTERNAL", "TIMED_OUT");
            assertThat(tree.has("data")).as(what).isFalse();
        }
    }

    static void silent(String what, String text) {
        assertThat(LEAK.matcher(text).results().map(found -> found.group()).toList()).as(what + ": " + text).isEmpty();
    }

    /** Whether somebody else is answered at once. */
    static void alive() {
        long begun = System.nanoTime();
        assertThat(Http.ask("{ __typename }").body()).isEqualTo(RawRequest.ANSWERED);
        assertThat(System.nanoTime() - begun).as("nanoseconds of a probe").isLessThan(TimeUnit.SECONDS.toNanos(1));
    }

    /** Bytes that are in use when all garbage is gone. */
    static long memory() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * Whether nothing is worked on any longer. Right after a start the JIT compiler still works for some seconds; work that a
     * request has left behind goes on for longer.
     */
    static void idle() throws InterruptedException {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        long work = halfASecond();
        while (work >= 250 && System.nanoTime() < last) {
            work = halfASecond();
        }
        assertThat(work).as("ms at work of 500").isLessThan(250);
    }

    /** @return how many milliseconds of the next 500 the processors work */
    private static long halfASecond() throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        TimeUnit.MILLISECONDS.sleep(500);
        return TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime() - before);
    }
}
