package dev.footnote.export;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.answer.Answers;
import dev.footnote.answer.Draft;
import dev.footnote.document.Documents;
import dev.footnote.limit.Limits;
import dev.footnote.plan.Question;
import dev.footnote.question.Asked;
import dev.footnote.question.Fault;
import dev.footnote.question.Fetch;
import dev.footnote.question.Fetch.Need;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;

/** Makes requests ready to be exported. */
@Singleton
class Exports {

    private final Answers answers;
    private final Documents documents;
    private final Limits limits;
    private final int page;

    Exports(Answers answers, Documents documents, Limits limits, ExportConfig config) {
        this.answers = answers;
        this.documents = documents;
        this.limits = limits;
        this.page = config.page();
    }

    /** @throws Refusal with what keeps the request from being exported */
    Export ready(Request request) {
        Draft draft = answers.draft(request);
        Choosing.Chosen chosen = new Choosing(documents.schema(), draft.prepared().selection(draft.variables()))
                .choose(draft.operation());
        Question question = draft.prepared().outline(draft.operation(), draft.variables());
        Fetch list = list(question, chosen.grouped());
        // the last record of a page tells where the next one begins; no line has a place for a count
        list.list().spare(Need.COUNT);
        list.need(Need.WHOLE, Need.CURSORS).spare(Need.BOUNDS, Need.COUNT);
        Asked asked = Asked.of(question.fetches(), draft.variables(), limits);
        Integer first = first(asked.arguments(list.argument), list);
        int size = size(asked, list, first == null ? limits.page() : Math.min(first, limits.page()));
        String name = draft.operation().getName() == null ? chosen.list() : draft.operation().getName();
        return new Export(answers, name, chosen, new Export.Reading(question, asked, list, size, first));
    }

    /** The only one that leads to no other list, because single records alone lead to it; or its groups. */
    private static Fetch list(Question question, boolean grouped) {
        return question.fetches().stream().filter(fetch -> grouped ? fetch.anchor instanceof Fetch.Grouped
                : fetch.anchor instanceof Fetch.Children || fetch.anchor instanceof Fetch.All
                        || fetch.anchor instanceof Fetch.Making)
                .findFirst().orElseThrow();
    }

    private static Integer first(Map<String, Object> arguments, Fetch list) {
        if (arguments.get("last") != null || arguments.get("before") != null) {
            throw new Refusal(new Fault(Fault.Code.BAD_USER_INPUT,
                    "An export goes forward only. Leave last and before out, and turn the directions of orderBy round.",
                    List.of(list.argument.field().getSourceLocation())));
        }
        return (Integer) arguments.get("first");
    }

    /** As many records at once as one answer may read, because all that hangs on them is in memory together. */
    private int size(Asked asked, Fetch list, int usual) {
        asked.turn(list, asked.window(list).sized(usual));
        long estimate = Math.max(1, asked.estimate());
        if (estimate > limits.cost()) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "As few as " + usual + " records may cost " + estimate
                    + ", and " + limits.cost() + " is the most that is read at once. Ask for less of what hangs on each."));
        }
        // what rows are made of is read once for each page, however many of them stand on it
        long made = list.anchor instanceof Fetch.Making making ? making.root().cost() : 0;
        return (int) Math.min(page,
                Math.max(1, Math.max(1, usual) * (long) limits.records() / Math.max(1, estimate - made)));
    }
}
