package dev.footnote.wire;

import java.util.List;

import dev.footnote.answer.Answer;
import dev.footnote.question.Fault;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Why a request is turned away before it is read as GraphQL. */
record WireRefusal(int status, Fault fault) {

    /** Where whole datasets are sent, which whoever takes them bounds by itself. */
    private static final String DATASETS = "/office/import";

    private static WireRefusal of(int status, String message) {
        return new WireRefusal(status, Fault.of(Fault.Code.BAD_REQUEST, message));
    }

    static WireRefusal method() {
        return of(405, "Use POST, or GET with the document in the parameter query.");
    }

    /** Forms and plain text are what a foreign page can send without being asked, so nothing but JSON is executed. */
    static WireRefusal contentType() {
        return of(415, "Send the request as JSON in UTF-8, with the header Content-Type: application/json.");
    }

    static WireRefusal accept() {
        return of(406, "Accept application/graphql-response+json or application/json.");
    }

    static WireRefusal origin() {
        return of(403, "Pages of other sites may not ask over WebSockets here, unless the server is configured for it.");
    }

    static WireRefusal protocol() {
        return of(400, "Ask for the WebSocket subprotocol graphql-transport-ws.");
    }

    /**
     * @return why the head of the request is refused, or null; a proxy in front may read a doubtful one in another way, and
     *         then one asker's bytes become another one's request
     */
    static WireRefusal head(HttpServerRequest request, WireConfig config) {
        MultiMap headers = request.headers();
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.size() > 1 || codings.size() == 1 && !codings.get(0).equalsIgnoreCase("chunked")) {
            return of(400, "Send the body with a Content-Length, or in the Transfer-Encoding chunked and in no other.");
        }
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            return of(400, "The header Host is given more than once. Give it once.");
        }
        String expected = headers.get(HttpHeaders.EXPECT);
        if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
            return of(417, "Nothing but 100-continue can be expected here.");
        }
        return body(request, config);
    }

    private static WireRefusal body(HttpServerRequest request, WireConfig config) {
        MultiMap headers = request.headers();
        String packing = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (packing != null && !packing.equalsIgnoreCase("identity")) {
            return of(415, "Send the body as it is, without a Content-Encoding.");
        }
        // HTTP itself sees to it that it is a number
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        boolean tooLong = length != null && Long.parseLong(length) > config.body();
        return tooLong && !request.path().equals(DATASETS) ? tooLarge(config) : null;
    }

    private static WireRefusal tooLarge(WireConfig config) {
        return of(413, "The request is larger than " + config.body() + " bytes. Send less, or in several requests.");
    }

    static WireRefusal malformed() {
        return of(400, "The head of the request is malformed. It needs a path and one Host.");
    }

    static WireRefusal url() {
        return of(400, "The URL is not encoded as URLs are. Encode it in UTF-8 and percent signs.");
    }

    static WireRefusal of(Throwable failure, WireConfig config) {
        if (failure instanceof Body.TooLarge) {
            return tooLarge(config);
        }
        return failure instanceof Body.TooSlow
                ? of(408, "The request did not arrive within " + config.patience().toMillis() + " ms. Send it again.")
                : of(400, "The body of the request did not arrive whole. Send it again.");
    }

    Answer answer() {
        return Answer.refused(fault);
    }
}
