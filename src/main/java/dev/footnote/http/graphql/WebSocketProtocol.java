package dev.footnote.http.graphql;

import java.util.Arrays;
import java.util.List;

/** The message types of a protocol for GraphQL over WebSockets. */
enum WebSocketProtocol {

    /** The protocol of current clients. */
    TRANSPORT("graphql-transport-ws", "subscribe", "complete", "next"),

    /** The protocol of older clients. It sends errors in the data message. */
    LEGACY("graphql-ws", "start", "stop", "data");

    final String name;
    final String ask;
    final String stop;
    final String answer;

    WebSocketProtocol(String name, String ask, String stop, String answer) {
        this.name = name;
        this.ask = ask;
        this.stop = stop;
        this.answer = answer;
    }

    /** @return the first protocol that the header names, or null */
    static WebSocketProtocol of(String header) {
        List<String> named = header == null ? List.of() : Arrays.stream(header.split(",")).map(String::strip).toList();
        return Arrays.stream(values()).filter(protocol -> named.contains(protocol.name)).findFirst().orElse(null);
    }
}
