package dev.footnote.answer;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import dev.footnote.connection.Away;
import dev.footnote.connection.Crowded;
import dev.footnote.document.Documents;
import dev.footnote.document.Prepared;
import dev.footnote.json.JsonOutput;
import dev.footnote.json.MapOutput;
import dev.footnote.limit.Limits;
import dev.footnote.loading.Effort;
import dev.footnote.loading.Reading;
import dev.footnote.loading.Snapshot;
import dev.footnote.plan.Loaded;
import dev.footnote.plan.Question;
import dev.footnote.question.Argument;
import dev.footnote.question.Asked;
import dev.footnote.question.Fault;
import dev.footnote.question.Fetch;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import graphql.language.OperationDefinition;

/**
 * Answers GraphQL operations from the database. graphql-java parses, validates and coerces; what is selected is read
 * here in one snapshot, a statement a relation, and written straight from the rows.
 */
public final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final Documents documents;
    private final Introspection introspection;
    private final Reading reading;
    private final Limits limits;

    public Answers(Documents documents, Reading reading, Limits limits) {
        this.documents = documents;
        this.introspection = new Introspection(documents.schema());
        this.reading = reading;
        this.limits = limits;
    }

    /** Answers a request, or says why not; never throws. */
    public Answer ask(Request request) {
        try {
            return answer(ready(request), new Effort(), false);
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        }
    }

    /** Whether the document of a request was prepared before, so that making the request ready takes little time. */
    public boolean knows(Request request) {
        return documents.knows(request);
    }

    /** Whether answering takes less time than to hand the request to another thread. */
    public boolean atHand(Ready ready) {
        return ready.trivial() || !ready.question().introspective() && !ready.asked().fetches().isEmpty()
                && reading.atHand(ready.asked());
    }

    /** @throws Refusal when there is no valid document, no such operation, or a variable is not of its type */
    public Draft draft(Request request) {
        Prepared prepared = documents.prepared(request);
        OperationDefinition operation = prepared.operation(request.operation());
        return new Draft(prepared, operation, documents.coerced(operation, request.variables()));
    }

    /** One state of the database to read from, until it is closed. */
    public Snapshot open(Effort effort) throws SQLException {
        return reading.open(effort);
    }

    /** @throws Refusal with all that keeps the request from being answered */
    public Ready ready(Request request) {
        Draft draft = draft(request);
        Prepared prepared = draft.prepared();
        OperationDefinition operation = draft.operation();
        Question question = prepared.question(operation, draft.variables());
        Asked asked = Asked.of(question.fetches(), draft.variables(), limits);
        long estimate = asked.estimate() + Introspection.cost(question);
        if (estimate > limits.cost()) {
            throw new Refusal(List.of(Fault.of(Fault.Code.TOO_COMPLEX, "The request may cost " + estimate + ", and "
                    + limits.cost() + " is the most. Ask for smaller pages, or for fewer levels of them.")), estimate);
        }
        return new Ready(request, prepared, operation, question, asked, estimate);
    }

    /**
     * Answers what is ready; never throws.
     *
     * @param told whether the answer tells what it cost
     */
    public Answer answer(Ready ready, Effort effort, boolean told) {
        Answer answer = tried(ready, effort, told);
        if (answer.outcome() == Answer.Outcome.ANSWERED) {
            return answer;
        }
        // what was read for nothing took its time as well
        Loaded loaded = effort.loaded() == null ? new Loaded(0) : effort.loaded();
        return answer.costing(new Cost(ready.estimate(), loaded.cost, loaded.statements, loaded.rows));
    }

    private Answer tried(Ready ready, Effort effort, boolean told) {
        try {
            effort.begin();
            return ready.question().introspective() ? introspected(ready, effort, told) : written(ready, effort, told);
        } catch (Effort.Stopped stopped) {
            return stopped(effort);
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        } catch (JsonOutput.TooLong tooLong) {
            return Answer.refused(Fault.of(Fault.Code.TOO_COMPLEX, "The answer has more than " + limits.answerBytes()
                    + " bytes. Ask for less, or in several requests."));
        } catch (SQLException | RuntimeException e) {
            return failed(effort, e);
        }
    }

    private Answer failed(Effort effort, Exception failure) {
        if (failure instanceof Away) {
            return Answer.unavailable();
        }
        if (failure instanceof Crowded) {
            return Answer.overloaded();
        }
        if (effort.stopped()) {
            return stopped(effort);
        }
        LOG.errorf(failure, "The request %s failed", effort.id());
        return Answer.failed(effort.id());
    }

    private Answer stopped(Effort effort) {
        if (reading.wasAway()) {
            return Answer.unavailable();
        }
        String stopped = "Answering took longer than " + limits.time().toMillis() + " ms, and was stopped. ";
        Fetch slowest = effort.slowest();
        if (slowest == null) {
            return Answer.refused(Fault.of(Fault.Code.TIMED_OUT, stopped + "Ask for less, or filter by what is indexed."));
        }
        Argument argument = slowest.list().argument;
        return Answer.refused(new Fault(Fault.Code.TIMED_OUT, stopped + "Most of the time went into reading " + slowest.path
                + ". Ask for less of it, or filter it by what is indexed.",
                argument == null ? List.of() : List.of(argument.field().getSourceLocation())));
    }

    private Answer written(Ready ready, Effort effort, boolean told) throws SQLException {
        JsonOutput out = new JsonOutput(limits.answerBytes());
        Loaded loaded = reading.load(ready.asked(), effort);
        out.raw("{\"data\":");
        ready.question().write(out, loaded);
        Cost cost = new Cost(ready.estimate(), loaded.cost, loaded.statements, loaded.rows);
        if (told) {
            out.raw(",\"extensions\":{\"cost\":").tree(cost.specified(limits.cost())).raw("}");
        }
        out.raw("}");
        return Answer.of(out.bytes(), cost);
    }

    /** What an operation asks about the dataset, as maps by response name, for graphql-java to complete. */
    static Map<String, Object> maps(Ready ready, Loaded loaded) {
        MapOutput out = new MapOutput();
        ready.question().write(out, loaded);
        return out.whole();
    }

    private Answer introspected(Ready ready, Effort effort, boolean told) throws SQLException {
        JsonOutput out = new JsonOutput(limits.answerBytes());
        // ahead of the execution, because that would take a database that is away for a fault of its own
        Loaded loaded = reading.load(ready.asked(), effort);
        Map<String, Object> result = introspection.answer(ready, maps(ready, loaded));
        Cost cost = new Cost(ready.estimate(), loaded.cost + Introspection.cost(ready.question()), loaded.statements,
                loaded.rows);
        if (told) {
            result.put("extensions", Map.of("cost", cost.specified(limits.cost())));
        }
        out.tree(result);
        return Answer.of(out.bytes(), cost);
    }
}
