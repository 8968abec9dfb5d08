package dev.footnote.http.graphql;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import dev.footnote.http.graphql.GraphQLRequestReader.Message;
import dev.footnote.http.live.PendingWrites;
import dev.footnote.http.security.CredentialValidity;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveRequest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** One WebSocket connection with its running operations and its messages. All methods run on the thread of the connection. */
final class GraphQLWebSocket {

    /** The close code of RFC 6455 for a server that met an unexpected condition. */
    private static final int FAILED = 1011;
    private static final int BAD_MESSAGE = 4400;
    private static final int NOT_BEGUN = 4401;
    private static final int FORBIDDEN = 4403;
    private static final int BEGUN_TOO_LATE = 4408;
    private static final int KNOWN_OPERATION = 4409;
    private static final int BEGUN_TWICE = 4429;

    /** Maximum length of an operation id. Longer ids have no benefit, and each response repeats the id. */
    private static final int LONGEST_ID = 128;
    private static final int PING_SECONDS = 30;

    private final ServerWebSocket socket;
    private final WebSocketProtocol protocol;
    private final GraphQLWebSocketRoute door;
    private final RoutingContext handshake;
    private final Context context = Vertx.currentContext();
    /** What stops each running operation, by its id. */
    private final Map<String, Runnable> operations = new HashMap<>();
    /** What live operations have sent and is still in memory. May be used on any thread. */
    final PendingWrites pending = new PendingWrites();
    private Caller caller = Caller.ANONYMOUS;
    private boolean initialized;
    private boolean begun;
    /** Whether the server has asked the client to close. The client may send more messages until it receives that. */
    private boolean closing;
    /** Whether anything was received since the last ping. */
    private boolean alive = true;

    GraphQLWebSocket(ServerWebSocket socket, WebSocketProtocol protocol, GraphQLWebSocketRoute door,
            RoutingContext handshake) {
        this.socket = socket;
        this.handshake = handshake;
        this.protocol = protocol;
        this.door = door;
    }

    void open(Runnable closed) {
        Vertx vertx = context.owner();
        long late = vertx.setTimer(door.config.patience().toMillis(), timer -> {
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
        } else if (begun && protocol == WebSocketProtocol.TRANSPORT) {
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
            message = door.reader.message(text);
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
        door.authentication.authenticate(handshake, message.payload(), this::begin, error -> close(FORBIDDEN, "Forbidden"));
    }

    private void begin(Caller found) {
        if (door.authentication.refusal(found).isPresent()) {
            close(FORBIDDEN, "Forbidden");
            return;
        }
        caller = found;
        begun = true;
        say("{\"type\":\"connection_ack\"}");
    }

    /** Closes the connection if the credentials of its first message have ended. @return whether they are still valid */
    boolean isStillAuthorized() {
        if (CredentialValidity.holds(caller)) {
            return true;
        }
        close(FORBIDDEN, "Forbidden");
        return false;
    }

    private void stop(String id) {
        Runnable stop = operations.remove(id);
        if (stop != null) {
            stop.run();
        }
    }

    private void ask(Message message) {
        String id = message.id();
        if (!begun) {
            close(NOT_BEGUN, "Unauthorized");
        } else if (!isStillAuthorized()) {
            return;
        } else if (id == null || id.length() > LONGEST_ID) {
            close(BAD_MESSAGE, "An operation needs an id of at most " + LONGEST_ID + " characters");
        } else if (operations.containsKey(id)) {
            close(KNOWN_OPERATION, "Subscriber for that id already exists");
        } else if (operations.size() >= door.config.operations()) {
            new SingleAnswer(id, this).refuse(GraphQLResponse.refused(RequestError.of(RequestError.Code.OVERLOADED,
                    "More than " + door.config.operations()
                            + " operations are under way over this WebSocket. Wait for one to end.")));
        } else {
            ask(id, message);
        }
    }

    private void ask(String id, Message message) {
        GraphQLRequest request;
        try {
            request = door.reader.request(message.payload());
        } catch (RequestException exception) {
            new SingleAnswer(id, this).refuse(GraphQLResponse.refused(exception));
            return;
        }
        SingleAnswer operation = LiveRequest.isPossible(request) ? new LiveSubscription(id, this)
                : new SingleAnswer(id, this);
        operation.begin(request.by(caller), message.size());
    }

    void answer(String id, GraphQLResponse answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.outcome() == GraphQLResponse.Outcome.ANSWERED || protocol == WebSocketProtocol.LEGACY) {
            say(next(id, body));
            say("{\"id\":" + Json.encode(id) + ",\"type\":\"complete\"}");
        } else {
            say("{\"id\":" + Json.encode(id) + ",\"type\":\"error\",\"payload\":" + GraphQLResponse.errors(body) + "}");
        }
    }

    /** A message with one result of an operation. */
    String next(String id, String payload) {
        return "{\"id\":" + Json.encode(id) + ",\"type\":\"" + protocol.answer + "\",\"payload\":" + payload + "}";
    }

    /** Runs a step on the thread of the connection. */
    void then(Runnable next) {
        context.runOnContext(nothing -> next.run());
    }

    GraphQLWebSocketRoute route() {
        return door;
    }

    /** Registers what stops an operation. */
    void started(String id, Runnable stop) {
        operations.put(id, stop);
    }

    boolean isRunning(String id, Runnable stop) {
        return operations.get(id) == stop;
    }

    /** @return whether the client still waits for the operation */
    boolean ended(String id, Runnable stop) {
        return operations.remove(id, stop);
    }

    /** @return completes when the message was sent, or cannot be sent */
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

    private void abandonAll() {
        operations.values().forEach(Runnable::run);
        operations.clear();
    }
}
