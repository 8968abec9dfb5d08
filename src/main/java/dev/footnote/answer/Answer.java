package dev.footnote.answer;

import java.util.List;
import java.util.Map;

import dev.footnote.json.JsonOutput;
import dev.footnote.question.Fault;

/**
 * What a request gets back.
 *
 * @param body a GraphQL response as JSON in UTF-8
 * @param outcome whether the request was answered
 * @param statements how many SQL statements it took; one run for each of several parents counts once
 */
public record Answer(byte[] body, Outcome outcome, int statements) {

    public enum Outcome {
        /** There is data. */
        ANSWERED,
        /** The request is at fault. */
        REFUSED,
        /** The server is at fault. */
        FAILED
    }

    static Answer of(byte[] body, int statements) {
        return new Answer(body, Outcome.ANSWERED, statements);
    }

    /** An answer that says why there is none. */
    public static Answer refused(List<Fault> faults) {
        return new Answer(errors(faults), Outcome.REFUSED, 0);
    }

    static Answer failed() {
        return new Answer(
                errors(List.of(Fault.of(Fault.Code.INTERNAL, "The server could not answer. Send the request again."))),
                Outcome.FAILED, 0);
    }

    private static byte[] errors(List<Fault> faults) {
        JsonOutput out = new JsonOutput();
        out.tree(Map.of("errors", faults.stream().map(Fault::specified).toList()));
        return out.bytes();
    }
}
