package dev.footnote.http.graphql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.footnote.http.AcceptEncodingHeader;
import dev.footnote.query.RequestError;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** An error that rejects a request before it is parsed as GraphQL. */
record HttpError(int status, RequestError error) {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    /** Headers that may occur only once. If one occurs twice, two readers may each use a different value. */
    private static final List<CharSequence> ONCE = List.of(HttpHeaders.HOST, HttpHeaders.CONTENT_TYPE,
            HttpHeaders.AUTHORIZATION, HttpHeaders.EXPECT);

    private static HttpError of(int status, String message) {
        return new HttpError(status, RequestError.of(RequestError.Code.BAD_REQUEST, message));
    }

    static HttpError method() {
        return of(405, "Use POST, or GET with the document in the parameter query.");
    }

    /** The error for a wrong method on a named document, which is requested with parameters. */
    static HttpError reading() {
        return of(405, "Use GET, with the variables as parameters.");
    }

    /**
     * The error for a wrong content type. Only JSON is executed, because a page of another site can send forms and plain text
     * without permission.
     */
    static HttpError contentType() {
        return of(415, "Send the request as JSON in UTF-8, with the header Content-Type: application/json.");
    }

    static HttpError accept() {
        return of(406, "The header Accept leaves nothing that this address is answered in. Accept application/json,"
                + " application/graphql-response+json, text/csv or application/x-ndjson.");
    }

    static HttpError encoding() {
        return of(406, "The header Accept-Encoding leaves no way to send an answer. Accept gzip or identity.");
    }

    static HttpError origin() {
        return of(403, "Pages of other sites may not ask over WebSockets here, unless the server is configured for it.");
    }

    static HttpError protocol() {
        return of(400, "Ask for the WebSocket subprotocol graphql-transport-ws.");
    }

    static HttpError handshake() {
        return of(400, "This is no opening of a WebSocket. It needs Connection: Upgrade, Sec-WebSocket-Version: 13, and one"
                + " Sec-WebSocket-Key of 16 bytes in base64.");
    }

    static HttpError streamMethod() {
        return of(405, "Use PUT to reserve an event stream, GET to open it, POST to run an operation and DELETE to end one.");
    }

    static HttpError streamAccept() {
        return of(406, "The header Accept leaves out what an event stream is. Accept text/event-stream.");
    }

    static HttpError unknownStream() {
        return of(404, "There is no event stream with this token, or no longer. Reserve one with PUT, and send its token in the"
                + " header X-GraphQL-Event-Stream-Token or the parameter token.");
    }

    static HttpError openStream() {
        return of(409, "The event stream with this token is open already. Reserve another one with PUT.");
    }

    static HttpError foreignStream() {
        return new HttpError(403, RequestError.of(RequestError.Code.FORBIDDEN,
                "The event stream with this token belongs to another caller. Reserve one of your own with PUT."));
    }

    static HttpError operationId() {
        return of(400, "Name the operation by extensions.operationId in the body, or by the parameter operationId to end it: a"
                + " text of at most " + OperationConnection.LONGEST_ID + " characters.");
    }

    static HttpError knownOperation() {
        return of(409, "An operation with this operationId runs already over the event stream. Use another one.");
    }

    /**
     * @param maxBody maximum number of bytes of a body
     * @return why the head of the request is rejected; a proxy in front may parse an ambiguous head differently, and
     *         then the bytes of one client become the request of another
     */
    static Optional<HttpError> head(HttpServerRequest request, long maxBody) {
        MultiMap headers = request.headers();
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.size() > 1 || codings.size() == 1 && !codings.get(0).equalsIgnoreCase("chunked")) {
            return Optional
                    .of(of(400, "Send the body with a Content-Length, or in the Transfer-Encoding chunked and in no other."));
        }
        for (CharSequence name : ONCE) {
            if (headers.getAll(name).size() > 1) {
                return Optional.of(of(400, "The header " + name + " is given more than once. Give it once."));
            }
        }
        if (AcceptEncodingHeader.of(headers.getAll(HttpHeaders.ACCEPT_ENCODING)).nothing()) {
            return Optional.of(encoding());
        }
        String expected = headers.get(HttpHeaders.EXPECT);
        if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
            return Optional.of(of(417, "Nothing but 100-continue can be expected here."));
        }
        return body(request, maxBody);
    }

    private static Optional<HttpError> body(HttpServerRequest request, long maxBody) {
        MultiMap headers = request.headers();
        String packing = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (packing != null && !packing.equalsIgnoreCase("identity")) {
            return Optional.of(of(415, "Send the body as it is, without a Content-Encoding."));
        }
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return Optional.empty();
        }
        if (!LENGTH.matcher(length).matches()) {
            // HTTP/1.1 ensures that it is a number, HTTP/2 does not
            return Optional.of(of(400, "The header Content-Length is no number of bytes."));
        }
        return Long.parseLong(length) > maxBody ? Optional.of(tooLarge(maxBody)) : Optional.empty();
    }

    private static HttpError tooLarge(long maxBody) {
        return of(413, "The request is larger than " + maxBody + " bytes. Send less, or in several requests.");
    }

    /** The error for a request that a route or the router rejects with a status only. */
    static HttpError failed(int status) {
        return of(status, status == 400 ? "The head of the request is malformed. It needs a path and one Host."
                : "The request was refused with the status " + status + ".");
    }

    /** @param why the reason, as a sentence */
    static HttpError url(String why) {
        return of(400, why + " Encode it in UTF-8 and percent signs.");
    }

    static HttpError of(Throwable failure, HttpConfig config) {
        if (failure instanceof RequestBody.TooLarge) {
            return tooLarge(config.body());
        }
        return failure instanceof RequestBody.TooSlow
                ? of(408, "The request did not arrive within " + config.patience().toMillis() + " ms. Send it again.")
                : of(400, "The body of the request did not arrive whole. Send it again.");
    }

    void refuse(HttpExchange exchange) {
        exchange.refuse(status, answer());
    }

    GraphQLResponse answer() {
        return GraphQLResponse.refused(error);
    }
}
