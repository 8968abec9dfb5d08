package dev.footnote.answer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.limit.Limits;
import dev.footnote.loading.Effort;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;

/** Several requests answered one after the other, by a list; together they may cost no more than one. */
public final class Batch {

    private final Answers answers;
    private final Limits limits;

    public Batch(Answers answers, Limits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    /** @param told whether each answer tells what it cost */
    public Answer answer(List<Request> requests, Effort effort, boolean told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Cost sum = Cost.NONE;
        long left = limits.cost();
        Answer.Outcome worst = Answer.Outcome.ANSWERED;
        List<Fault.Code> codes = new ArrayList<>();
        for (Request request : requests) {
            Answer answer = answer(request, effort, told, left);
            bytes.write(bytes.size() == 0 ? '[' : ',');
            bytes.writeBytes(answer.body());
            sum = sum.plus(answer.cost());
            long estimated = answer.cost().estimated();
            left -= estimated > left ? 0 : estimated; // one that is too dear by itself was not begun
            boolean worse = answer.outcome().compareTo(worst) > 0;
            worst = worse ? answer.outcome() : worst;
            codes.addAll(worse ? 0 : codes.size(), answer.codes());
        }
        bytes.write(']');
        return new Answer(bytes.toByteArray(), worst, sum, List.copyOf(codes));
    }

    private Answer answer(Request request, Effort effort, boolean told, long left) {
        try {
            Ready ready = answers.ready(request);
            if (ready.estimate() > left) {
                return Answer.refused(Fault.of(Fault.Code.TOO_COMPLEX, "All requests of the list together may cost more than "
                        + limits.cost() + ". Send this one by itself."));
            }
            return answers.answer(ready, effort, told);
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        }
    }
}
