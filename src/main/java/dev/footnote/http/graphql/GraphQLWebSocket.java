package dev.footnote.http.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import dev.footnote.http.graphql.GraphQLRequestReader.Message;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** One WebSocket connection with its running operations and its messages. All methods run on the thread of the connection. */
final class GraphQLWebSocket extends OperationConnection {

    /** The message types of a protocol for GraphQL over WebSockets. */
    enum Protocol {

        /** The protocol of current clients. */
        TRANSPORT("graphql-transport-ws", "subscribe", "complete", "next"),

        /** The protocol of older clients. It sends errors in the data message. */
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

        /** @return the first protocol that the header names, or null */
        static Protocol of(String header) {
            List<String> named = header == null ? List.of() : Arrays.stream(header.split(",")).map(String::strip).toList();
            return Arrays.stream(values()).filter(protocol -> named.contains(protocol.name)).findFirst().orElse(null);
        }
    }

    /** The close code of RFC 6455 for a server that met an unexpected condition. */
    private static final int FAILED = 1011;
    private static final int BAD_MESSAGE = 4400;
    private static final int NOT_BEGUN = 4401;
    private static final int FORBIDDEN = 4403;
    private static final int BEGUN_TOO_LATE = 4408;
    private static final int KNOWN_OPERATION = 4409;
    private static final int BEGUN_TWICE = 4429;

    private static final int PING_SECONDS = 30;

    private final ServerWebSocket socket;
    private final Protocol protocol;
    private final GraphQLWebSocketRoute route;
    private final RoutingContext handshake;
    private boolean initialized;
    private boolean begun;
    /** Whether the server has asked the client to close. The client may send more messages until it receives that. */
    private boolean closing;
    /** Whether anything was received since the last ping. */
    private boolean alive = true;

    GraphQLWebSocket(ServerWebSocket socket, Protocol protocol, GraphQLWebSocketRoute route,
            RoutingContext handshake) {
        super(route.environment);
        this.socket = socket;
        this.handshake = handshake;
        this.protocol = protocol;
        this.route = route;
    }

    void open(Runnable closed) {
        Vertx vertx = context.owner();
        long late = vertx.setTimer(environment.config.patience().toMillis(), timer -> {
            if (!begun) {
                close(BEGUN_TOO_LATE, "Connection initialisation timeout");
            }
        });
        long pings = vertx.setPeriodic(PING_SECONDS * 1000L, timer -> ping());
        socket.textMessageHandler(GraphQLWebSocketRoute.guarded(this::take, () -> close(FAILED, "Internal error")))
                .binaryMessageHandler(bytes -> close(BAD_MESSAGE, "Send text"))
                .exceptionHandler(failure -> socket.close()).closeHandler(end -> {
                    vertx.cancelTimer(late);
                    vertx.cancelTimer(pings);
                    abandonAll();
                    closed.run();
                });
    }

    private void ping() {
        if (!alive) {
            close(BAD_MESSAGE, "No answer to a ping");
        } else if (begun && protocol == Protocol.TRANSPORT) {
            alive = false;
            say("{\"type\":\"ping\"}");
        }
    }

    private void take(String text) {
        alive = true;
        if (closing) {
            return;
        }
        Message message;
        try {
            message = environment.reader.message(text);
        } catch (RequestException exception) {
            close(BAD_MESSAGE, "Invalid message");
            return;
        }
        String type = message.type() == null ? "" : message.type();
        if (type.equals("connection_init")) {
            begin(message);
        } else if (type.equals("ping")) {
            say("{\"type\":\"pong\"}");
        } else if (type.equals(protocol.ask)) {
            ask(message);
        } else if (type.equals(protocol.stop)) {
            stop(message.id());
        } else if (type.equals("connection_terminate")) {
            socket.close();
        } else if (!type.equals("pong")) {
            close(BAD_MESSAGE, "Unknown type of message");
        }
    }

    private void begin(Message message) {
        if (initialized) {
            close(BEGUN_TWICE, "Too many initialisation requests");
            return;
        }
        initialized = true;
        route.authentication.authenticate(handshake, message.payload(), this::begin, error -> close(FORBIDDEN, "Forbidden"));
    }

    private void begin(Caller found) {
        if (route.authentication.refusal(found).isPresent()) {
            close(FORBIDDEN, "Forbidden");
            return;
        }
        caller = found;
        begun = true;
        say("{\"type\":\"connection_ack\"}");
    }

    @Override
    void forbid() {
        close(FORBIDDEN, "Forbidden");
    }

    @Override
    String transport() {
        return "WEBSOCKET";
    }

    private void ask(Message message) {
        String id = message.id();
        if (!begun) {
            close(NOT_BEGUN, "Unauthorized");
        } else if (!isStillAuthorized()) {
            return;
        } else if (id == null || id.length() > LONGEST_ID) {
            close(BAD_MESSAGE, "An operation needs an id of at most " + LONGEST_ID + " characters");
        } else if (isRunning(id)) {
            close(KNOWN_OPERATION, "Subscriber for that id already exists");
        } else if (isFull()) {
            answeredOnce(id).refuse(GraphQLResponse.refused(RequestError.of(RequestError.Code.OVERLOADED,
                    "More than " + environment.config.operations()
                            + " operations are under way over this WebSocket. Wait for one to end.")));
        } else {
            ask(id, message);
        }
    }

    private SingleAnswer answeredOnce(String id) {
        return new SingleAnswer(id, this, header -> null);
    }

    private void ask(String id, Message message) {
        GraphQLRequest request;
        try {
            request = environment.reader.request(message.payload());
        } catch (RequestException exception) {
            answeredOnce(id).refuse(GraphQLResponse.refused(exception));
            return;
        }
        SingleAnswer operation = LiveRequest.isPossible(request) ? new LiveSubscription(id, this, header -> null)
                : answeredOnce(id);
        operation.begin(request.by(caller), message.size());
    }

    @Override
    void answer(String id, GraphQLResponse answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.outcome() == GraphQLResponse.Outcome.ANSWERED || protocol == Protocol.LEGACY) {
            say(next(id, body));
            say("{\"id\":" + Json.encode(id) + ",\"type\":\"complete\"}");
        } else {
            say("{\"id\":" + Json.encode(id) + ",\"type\":\"error\",\"payload\":" + GraphQLResponse.errors(body) + "}");
        }
    }

    @Override
    String next(String id, String payload) {
        return "{\"id\":" + Json.encode(id) + ",\"type\":\"" + protocol.answer + "\",\"payload\":" + payload + "}";
    }

    @Override
    Future<Void> say(String message) {
        if (socket.isClosed()) {
            return Future.succeededFuture();
        }
        Future<Void> sent = socket.writeTextMessage(message);
        if (!socket.isClosed() && socket.writeQueueFull()) {
            // reading pauses while the client does not read its messages
            socket.pause();
            socket.drainHandler(drained -> socket.resume());
        }
        return sent;
    }

    private void close(int code, String reason) {
        closing = true;
        abandonAll();
        socket.close((short) code, reason);
    }
}
