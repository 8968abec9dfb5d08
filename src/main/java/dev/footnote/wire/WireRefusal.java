package dev.footnote.wire;

import java.util.List;
import java.util.regex.Pattern;

import dev.footnote.answer.Answer;
import dev.footnote.http.Encodings;
import dev.footnote.question.Fault;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Why a request is turned away before it is read as GraphQL. */
record WireRefusal(int status, Fault fault) {

    /** Where whole datasets are sent, which whoever takes them bounds by itself. */
    private static final String DATASETS = "/office/import";

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    /** What two readers may take from two places where it is given twice. */
    private static final List<CharSequence> ONCE = List.of(HttpHeaders.HOST, HttpHeaders.CONTENT_TYPE,
            HttpHeaders.AUTHORIZATION, HttpHeaders.EXPECT);

    private static WireRefusal of(int status, String message) {
        return new WireRefusal(status, Fault.of(Fault.Code.BAD_REQUEST, message));
    }

    static WireRefusal method() {
        return of(405, "Use POST, or GET with the document in the parameter query.");
    }

    /** For what has a name and is asked for with parameters. */
    static WireRefusal reading() {
        return of(405, "Use GET, with the variables as parameters.");
    }

    /** Forms and plain text are what a foreign page can send without being asked, so nothing but JSON is executed. */
    static WireRefusal contentType() {
        return of(415, "Send the request as JSON in UTF-8, with the header Content-Type: application/json.");
    }

    static WireRefusal accept() {
        return of(406, "The header Accept leaves nothing that this address is answered in. Accept application/json,"
                + " application/graphql-response+json, text/csv or application/x-ndjson.");
    }

    static WireRefusal encoding() {
        return of(406, "The header Accept-Encoding leaves no way to send an answer. Accept gzip or identity.");
    }

    static WireRefusal origin() {
        return of(403, "Pages of other sites may not ask over WebSockets here, unless the server is configured for it.");
    }

    static WireRefusal protocol() {
        return of(400, "Ask for the WebSocket subprotocol graphql-transport-ws.");
    }

    static WireRefusal handshake() {
        return of(400, "This is no opening of a WebSocket. It needs Connection: Upgrade, Sec-WebSocket-Version: 13, and one"
                + " Sec-WebSocket-Key of 16 bytes in base64.");
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
        for (CharSequence name : ONCE) {
            if (headers.getAll(name).size() > 1) {
                return of(400, "The header " + name + " is given more than once. Give it once.");
            }
        }
        if (Encodings.of(headers.getAll(HttpHeaders.ACCEPT_ENCODING)).nothing()) {
            return encoding();
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
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return null;
        }
        if (!LENGTH.matcher(length).matches()) {
            // HTTP/1.1 sees to it that it is a number, HTTP/2 does not
            return of(400, "The header Content-Length is no number of bytes.");
        }
        return Long.parseLong(length) > config.body() && !DATASETS.equals(request.path()) ? tooLarge(config) : null;
    }

    private static WireRefusal tooLarge(WireConfig config) {
        return of(413, "The request is larger than " + config.body() + " bytes. Send less, or in several requests.");
    }

    /** What a route or the router refuses by a status alone. */
    static WireRefusal failed(int status) {
        return of(status, status == 400 ? "The head of the request is malformed. It needs a path and one Host."
                : "The request was refused with the status " + status + ".");
    }

    /** @param why it is, in a sentence */
    static WireRefusal url(String why) {
        return of(400, why + " Encode it in UTF-8 and percent signs.");
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
