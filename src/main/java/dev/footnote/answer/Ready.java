package dev.footnote.answer;

import dev.footnote.document.Prepared;
import dev.footnote.plan.Question;
import dev.footnote.question.Asked;
import dev.footnote.question.Request;
import graphql.language.OperationDefinition;

/**
 * A request that can be answered: everything that may be wrong with it was looked for.
 *
 * @param estimate what answering costs at most
 */
public record Ready(Request request, Prepared prepared, OperationDefinition operation, Question question, Asked asked,
        long estimate) {

    /** Whether nothing has to be read for it. */
    public boolean trivial() {
        return question.fetches().isEmpty() && !question.introspective();
    }

    /** The name of the operation, or null where it has none. */
    public String name() {
        return operation.getName();
    }
}
