package dev.footnote.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.answer.Answer;
import dev.footnote.loading.Effort;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import dev.footnote.request.RequestReader.Message;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.Json;

/** One WebSocket: its operations under way, and what is said over it. All of it runs on the thread of the connection. */
final class Socket {

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

    /** As RFC 6455 has it for a server that met something unexpected. */
    private static final int FAILED = 1011;
    private static final int BAD_MESSAGE = 4400;
    private static final int NOT_BEGUN = 4401;
    private static final int BEGUN_TOO_LATE = 4408;
    private static final int KNOWN_OPERATION = 4409;
    private static final int BEGUN_TWICE = 4429;

    /** Longer ones name no operation better, and are sent back with every answer. */
    private static final int LONGEST_ID = 128;
    private static final int PING_SECONDS = 30;

    private final ServerWebSocket socket;
    private final Protocol protocol;
    private final SocketDoor door;
    private final Context context = Vertx.currentContext();
    private final Map<String, Operation> operations = new HashMap<>();
    private boolean begun;
    /** Whether it was told to go, because it may talk on until it hears that. */
    private boolean closing;
    /** Whether anything came since the last ping. */
    private boolean alive = true;

    Socket(ServerWebSocket socket, Protocol protocol, SocketDoor door) {
        this.socket = socket;
        this.protocol = protocol;
        this.door = door;
    }

    void open(Vertx vertx, Runnable closed) {
        long late = vertx.setTimer(door.config.patience().toMillis(), timer -> {
            if (!begun) {
                close(BEGUN_TOO_LATE, "Connection initialisation timeout");
            }
        });
        long pings = vertx.setPeriodic(PING_SECONDS * 1000L, timer -> ping());
        socket.textMessageHandler(SocketDoor.guarded(this::take, () -> close(FAILED, "Internal error")))
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
            message = door.reader.message(text);
        } catch (Refusal refusal) {
            close(BAD_MESSAGE, "Invalid message");
            return;
        }
        String type = message.type() == null ? "" : message.type();
        if (type.equals("connection_init")) {
            begin();
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

    private void begin() {
        if (begun) {
            close(BEGUN_TWICE, "Too many initialisation requests");
            return;
        }
        begun = true;
        say("{\"type\":\"connection_ack\"}");
    }

    private void stop(String id) {
        Operation operation = operations.remove(id);
        if (operation != null) {
            door.desk.abandon(operation.effort());
        }
    }

    private void ask(Message message) {
        String id = message.id();
        if (!begun) {
            close(NOT_BEGUN, "Unauthorized");
        } else if (id == null || id.length() > LONGEST_ID) {
            close(BAD_MESSAGE, "An operation needs an id of at most " + LONGEST_ID + " characters");
        } else if (operations.containsKey(id)) {
            close(KNOWN_OPERATION, "Subscriber for that id already exists");
        } else if (operations.size() >= door.config.operations()) {
            new Operation(id).refuse(Answer.refused(Fault.of(Fault.Code.OVERLOADED,
                    "More than " + door.config.operations()
                            + " operations are under way over this WebSocket. Wait for one to end.")));
        } else {
            ask(id, message);
        }
    }

    private void ask(String id, Message message) {
        Request request;
        Operation operation = new Operation(id);
        try {
            request = door.reader.request(message.payload());
        } catch (Refusal refusal) {
            operation.refuse(Answer.refused(refusal));
            return;
        }
        operations.put(id, operation);
        door.desk.ask(request, message.size(), operation);
    }

    /** An operation under way. */
    private final class Operation extends Asking {

        private final String id;

        Operation(String id) {
            super(new Effort(), door.watch, header -> null);
            this.id = id;
        }

        @Override
        public boolean told() {
            return false;
        }

        @Override
        public void answered(Answer answer) {
            context.runOnContext(nothing -> {
                end(answer);
                if (operations.remove(id, this)) {
                    answer(id, answer);
                }
            });
        }

        private void refuse(Answer answer) {
            end(answer);
            answer(id, answer);
        }

        private void end(Answer answer) {
            took(answer);
            note("WEBSOCKET", MediaType.GRAPHQL.status(answer.outcome()), answer.body().length);
        }
    }

    private void answer(String id, Answer answer) {
        String name = Json.encode(id);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.outcome() == Answer.Outcome.ANSWERED || protocol == Protocol.LEGACY) {
            say("{\"id\":" + name + ",\"type\":\"" + protocol.answer + "\",\"payload\":" + body + "}");
            say("{\"id\":" + name + ",\"type\":\"complete\"}");
        } else {
            say("{\"id\":" + name + ",\"type\":\"error\",\"payload\":" + Answer.faults(body) + "}");
        }
    }

    private void say(String message) {
        if (socket.isClosed()) {
            return;
        }
        socket.writeTextMessage(message);
        if (socket.writeQueueFull()) {
            // whoever does not read what it is told is not listened to either
            socket.pause();
            socket.drainHandler(drained -> socket.resume());
        }
    }

    private void close(int code, String reason) {
        closing = true;
        abandonAll();
        socket.close((short) code, reason);
    }

    private void abandonAll() {
        operations.values().forEach(operation -> door.desk.abandon(operation.effort()));
        operations.clear();
    }
}
