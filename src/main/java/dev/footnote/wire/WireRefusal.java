package dev.footnote.wire;

import dev.footnote.answer.Answer;
import dev.footnote.question.Fault;

/** Why a request is turned away before it is read as GraphQL. */
record WireRefusal(int status, Fault fault) {

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

    static WireRefusal url() {
        return of(400, "The URL is not encoded as URLs are. Encode it in UTF-8 and percent signs.");
    }

    static WireRefusal of(Throwable failure, WireConfig config) {
        if (failure instanceof Body.TooLarge) {
            return of(413, "The request is larger than " + config.body() + " bytes. Send less, or in several requests.");
        }
        return failure instanceof Body.TooSlow
                ? of(408, "The request did not arrive within " + config.patience().toMillis() + " ms. Send it again.")
                : of(400, "The body of the request did not arrive whole. Send it again.");
    }

    Answer answer() {
        return Answer.refused(fault);
    }
}
