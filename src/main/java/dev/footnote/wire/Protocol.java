package dev.footnote.wire;

import java.util.Arrays;
import java.util.List;

/** The words of a protocol for GraphQL over WebSockets. */
enum Protocol {

    /** What clients speak today. */
    TRANSPORT("graphql-transport-ws", "subscribe", "complete", "next"),

    /** What clients spoke before; errors stand in the data message there. */
    LEGACY("graphql-ws", "start", "stop", "data");

    final String name;
    final String ask;
    final String stop;
    final String answer;

    Protocol(String name, String ask, String stop, String answer) {
        this.name = name;
        this.ask = ask;
        this.stop = stop;
        this.answer = answer;
    }

    /** @return the first that the header names, or null */
    static Protocol of(String header) {
        List<String> named = header == null ? List.of() : Arrays.stream(header.split(",")).map(String::strip).toList();
        return Arrays.stream(values()).filter(protocol -> named.contains(protocol.name)).findFirst().orElse(null);
    }
}
