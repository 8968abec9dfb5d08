package dev.footnote.answer;

import java.util.List;

import dev.footnote.json.JsonOutput;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;

/**
 * What a request gets back.
 *
 * @param body a GraphQL response as JSON in UTF-8
 * @param outcome whether the request was answered
 * @param codes of what went wrong, the worst first; of a list of requests, one for each that was not answered
 */
public record Answer(byte[] body, Outcome outcome, Cost cost, List<Fault.Code> codes) {

    private static final String ERRORS = "{\"errors\":";

    /** From good to bad: a list of requests has the worst of its elements. */
    public enum Outcome {
        /** There is data. */
        ANSWERED,
        /** The request is at fault. */
        REFUSED,
        /** The server has too much to do. */
        OVERLOADED,
        /** The database is away. */
        UNAVAILABLE,
        /** The server is at fault. */
        FAILED
    }

    static Answer of(byte[] body, Cost cost) {
        return new Answer(body, Outcome.ANSWERED, cost, List.of());
    }

    /** An answer that says why there is none. */
    public static Answer refused(List<Fault> faults) {
        return new Answer(errors(faults), Outcome.REFUSED, Cost.NONE, List.of(faults.get(0).code()));
    }

    public static Answer refused(Refusal refusal) {
        return refused(refusal.faults()).costing(new Cost(refusal.estimate(), 0, 0, 0));
    }

    /** The same with what it took. */
    Answer costing(Cost took) {
        return new Answer(body, outcome, took, codes);
    }

    /** The code of the worst that went wrong, or null. */
    public Fault.Code code() {
        return codes.isEmpty() ? null : codes.get(0);
    }

    public static Answer refused(Fault fault) {
        return refused(List.of(fault));
    }

    /** An answer that says that the server cannot take the request now. */
    public static Answer overloaded() {
        return new Answer(errors(List.of(Fault.of(Fault.Code.OVERLOADED,
                "The server has too much to do. Send the request again a little later."))), Outcome.OVERLOADED, Cost.NONE,
                List.of(Fault.Code.OVERLOADED));
    }

    /** An answer that says that nothing can be read now. */
    public static Answer unavailable() {
        return new Answer(errors(List.of(Fault.of(Fault.Code.UNAVAILABLE,
                "The database cannot be reached at the moment. Send the request again a little later."))), Outcome.UNAVAILABLE,
                Cost.NONE, List.of(Fault.Code.UNAVAILABLE));
    }

    /**
     * An answer that says that the server failed.
     *
     * @param id what the request is called in the log
     */
    public static Answer failed(String id) {
        return new Answer(errors(List.of(Fault.of(Fault.Code.INTERNAL, "The server could not answer. Send the request again;"
                + " if that does not help, tell whoever runs the server that it was the request " + id + "."))),
                Outcome.FAILED, Cost.NONE, List.of(Fault.Code.INTERNAL));
    }

    /** The list of errors in the body of an answer that has nothing else. */
    public static String faults(String body) {
        return body.substring(ERRORS.length(), body.length() - 1);
    }

    private static byte[] errors(List<Fault> faults) {
        JsonOutput out = new JsonOutput();
        return out.raw(ERRORS).tree(faults.stream().map(Fault::specified).toList()).raw("}").bytes();
    }
}
