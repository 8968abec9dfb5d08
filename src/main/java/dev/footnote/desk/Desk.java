package dev.footnote.desk;

import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import dev.footnote.answer.Batch;
import dev.footnote.answer.Ready;
import dev.footnote.limit.Limits;
import dev.footnote.loading.Effort;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;

/**
 * Has requests answered: at once where nothing has to be read or a record lies at hand, and else on a thread of the lane that
 * they belong in.
 */
@Singleton
public class Desk {

    private static final Logger LOG = Logger.getLogger(Desk.class);

    /** Bytes; a larger request is made ready on a thread of a lane, because reading its values takes time. */
    private static final int SMALL = 8192;

    private final Answers answers;
    private final Batch batch;
    private final Lanes lanes;
    private final DeskConfig config;

    Desk(Answers answers, Lanes lanes, DeskConfig config, Limits limits) {
        this.answers = answers;
        this.batch = new Batch(answers, limits);
        this.lanes = lanes;
        this.config = config;
    }

    /** Whoever waits for an answer. */
    public interface Asker {

        Effort effort();

        /** Whether the answer shall tell what it cost. */
        boolean told();

        /** The request was understood. */
        void understood(Ready ready);

        /** Called once, on any thread. */
        void answered(Answer answer);
    }

    /** @param size of the request in bytes */
    public void ask(Request request, int size, Asker asker) {
        Answer now = answered(() -> atOnce(request, size, asker), asker.effort());
        if (now != null) {
            asker.answered(now);
        }
    }

    /** @return the answer where it takes no time; null where a lane has been asked for it */
    private Answer atOnce(Request request, int size, Asker asker) {
        if (size > SMALL || !answers.knows(request)) {
            return send(asker, false, () -> answer(ready(request, asker), asker));
        }
        Ready ready = ready(request, asker);
        return answers.atHand(ready) ? answer(ready, asker)
                : send(asker, ready.estimate() <= config.light(), () -> answer(ready, asker));
    }

    /** Answers several requests by one list. */
    public void ask(List<Request> requests, Asker asker) {
        Answer now = send(asker, false, () -> batch.answer(requests, asker.effort(), asker.told()));
        if (now != null) {
            asker.answered(now);
        }
    }

    /** Has the work for one who does not wait any longer stopped. */
    public void abandon(Effort effort) {
        lanes.abandon(effort);
    }

    private Ready ready(Request request, Asker asker) {
        Ready ready = answers.ready(request);
        asker.understood(ready);
        return ready;
    }

    private Answer answer(Ready ready, Asker asker) {
        return answers.answer(ready, asker.effort(), asker.told());
    }

    /** @return the answer where the lane is full; null where it will come */
    private Answer send(Asker asker, boolean light, Supplier<Answer> work) {
        boolean taken = lanes.run(new Lanes.Errand(asker.effort()) {

            @Override
            public void run() {
                asker.answered(answered(work, asker.effort()));
            }

            @Override
            void late() {
                asker.answered(Answer.overloaded());
            }
        }, light);
        return taken ? null : Answer.overloaded();
    }

    private static Answer answered(Supplier<Answer> work, Effort effort) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.errorf(e, "The request %s failed", effort.id());
            return Answer.failed(effort.id());
        }
    }
}
