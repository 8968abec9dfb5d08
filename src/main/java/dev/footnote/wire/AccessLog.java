package dev.footnote.wire;

import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import dev.footnote.answer.Cost;

/** A line of JSON for every request. It never holds variables or documents, because these may hold what is private. */
final class AccessLog {

    private static final Logger LOG = Logger.getLogger("footnote.access");

    private AccessLog() {
    }

    static void note(Exchange exchange, int status, int bytes) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        // nothing in it needs to be escaped: tokens of HTTP, names of GraphQL, numbers
        StringBuilder line = new StringBuilder(256).append("{\"request\":\"").append(exchange.effort().id())
                .append("\",\"method\":\"").append(exchange.request.method().name()).append("\",\"status\":").append(status);
        if (exchange.ready != null) {
            if (exchange.ready.name() != null) {
                line.append(",\"operation\":\"").append(exchange.ready.name()).append('"');
            }
            line.append(",\"document\":\"").append(exchange.ready.prepared().hash()).append('"');
        }
        Cost cost = exchange.cost;
        line.append(",\"estimated\":").append(cost.estimated()).append(",\"actual\":").append(cost.actual())
                .append(",\"statements\":").append(cost.statements()).append(",\"rows\":").append(cost.rows())
                .append(",\"kept\":").append(exchange.kept).append(",\"bytes\":").append(bytes)
                .append(",\"microseconds\":").append(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - exchange.begun))
                .append('}');
        LOG.info(line);
    }
}
