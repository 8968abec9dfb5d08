package dev.footnote.wire;

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
        return of(415, "Send the request as JSON, with the header Content-Type: application/json.");
    }

    static WireRefusal accept() {
        return of(406, "Accept application/graphql-response+json or application/json.");
    }

    static WireRefusal of(Throwable failure, int limit) {
        return failure instanceof Body.TooLarge
                ? of(413, "The request is larger than " + limit + " bytes. Send less, or in several requests.")
                : of(400, "The body of the request did not arrive whole. Send it again.");
    }
}
