package dev.footnote.http.export;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.ParsedRequest;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchNode.Need;
import dev.footnote.query.plan.FetchSource;
import dev.footnote.query.plan.QueryPlan;

/** Prepares requests for export. */
@Singleton
class ExportPlanner {

    private final GraphQLExecutor answers;
    private final DocumentCache documents;
    private final QueryLimits limits;
    private final int page;

    ExportPlanner(GraphQLExecutor answers, DocumentCache documents, QueryLimits limits, ExportConfig config) {
        this.answers = answers;
        this.documents = documents;
        this.limits = limits;
        this.page = config.page();
    }

    /** @throws RequestException with the reason why the request cannot be exported */
    ListExport ready(GraphQLRequest request) {
        ParsedRequest draft = answers.draft(request);
        ExportableListFinder.Chosen chosen = new ExportableListFinder(documents.schema(),
                draft.prepared().selection(draft.variables()))
                .choose(draft.operation());
        QueryPlan plan = draft.prepared().outline(draft.operation(), draft.variables());
        FetchNode list = list(plan, chosen.grouped());
        // the last record of a page determines where the next page begins; an export line has no place for a count
        list.list().spare(Need.COUNT);
        list.need(Need.WHOLE, Need.CURSORS).spare(Need.BOUNDS, Need.COUNT);
        BoundPlan asked = answers.bound(plan, draft);
        Integer first = first(asked.arguments(list.argument), list);
        int size = size(asked, list, first == null ? limits.page() : Math.min(first, limits.page()));
        String name = draft.operation().getName() == null ? chosen.list() : draft.operation().getName();
        return new ListExport(answers, name, chosen, new ListExport.Reading(plan, asked, list, size, first));
    }

    /** The only list that is not nested in another list, because only single records lead to it; or the list of its groups. */
    private static FetchNode list(QueryPlan plan, boolean grouped) {
        return plan.fetches().stream().filter(fetch -> grouped ? fetch.source instanceof FetchSource.GroupBy
                : fetch.source instanceof FetchSource.ChildList || fetch.source instanceof FetchSource.RootList
                        || fetch.source instanceof FetchSource.Virtual)
                .findFirst().orElseThrow();
    }

    private static Integer first(Map<String, Object> arguments, FetchNode list) {
        if (arguments.get("last") != null || arguments.get("before") != null) {
            throw new RequestException(new RequestError(RequestError.Code.BAD_USER_INPUT,
                    "An export goes forward only. Leave last and before out, and turn the directions of orderBy round.",
                    List.of(list.argument.field().getSourceLocation())));
        }
        return (Integer) arguments.get("first");
    }

    /** The page size: as many records as one response may read, because all their related records are in memory together. */
    private int size(BoundPlan asked, FetchNode list, int defaultValue) {
        asked.setPageRequest(list, asked.pageRequest(list).sized(defaultValue));
        long estimate = Math.max(1, asked.estimate());
        if (estimate > limits.cost()) {
            throw new RequestException(RequestError.of(RequestError.Code.TOO_COMPLEX,
                    "As few as " + defaultValue + " records may cost " + estimate
                            + ", and " + limits.cost()
                            + " is the most that is read at once. Ask for less of what hangs on each."));
        }
        // the input of virtual rows is read once for each page, however many rows it yields
        long made = list.source instanceof FetchSource.Virtual making ? making.root().cost() : 0;
        return (int) Math.min(page,
                Math.max(1, Math.max(1, defaultValue) * (long) limits.records() / Math.max(1, estimate - made)));
    }
}
