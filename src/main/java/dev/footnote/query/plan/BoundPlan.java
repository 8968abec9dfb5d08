package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.page.*;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.KnownAt;
import dev.footnote.query.sql.LookupCondition;
import dev.footnote.query.sql.SqlBuilder;
import graphql.execution.CoercedVariables;

/** The fetches of an operation, bound to the variables of one request. All arguments are checked before anything is read. */
public final class BoundPlan {

    /** The cost of a count: it reads many index entries but returns no records. */
    public static final int COUNT = 10;

    private final List<FetchNode> fetches;
    private final CoercedVariables variables;
    private final QueryLimits limits;
    private final PageRequest[] pageRequests;
    private final AsOf[] times;
    private final int[] subqueries;
    private final Map<FetchNode, GroupBy> groups = new IdentityHashMap<>();
    private final Map<FieldArguments, Map<String, Object>> arguments = new IdentityHashMap<>();
    private final List<RequestError> errors = new ArrayList<>();
    private Optional<KnownAt> knownAt = Optional.empty();

    private BoundPlan(List<FetchNode> fetches, CoercedVariables variables, QueryLimits limits) {
        this.fetches = fetches;
        this.variables = variables;
        this.limits = limits;
        this.pageRequests = new PageRequest[fetches.size()];
        this.times = new AsOf[fetches.size()];
        this.subqueries = new int[fetches.size()];
    }

    /** @throws RequestException with all errors of all arguments */
    public static BoundPlan of(List<FetchNode> fetches, CoercedVariables variables, QueryLimits limits) {
        BoundPlan asked = new BoundPlan(fetches, variables, limits);
        asked.check();
        return asked;
    }

    /**
     * Makes fetches immutable, so that requests can share them. Pages that are the same for every request are
     * computed here. If that fails, the error is left to the requests, so that each of them reports it.
     */
    public static void seal(List<FetchNode> fetches, QueryLimits limits) {
        BoundPlan all = new BoundPlan(fetches, CoercedVariables.emptyVariables(), limits);
        for (FetchNode fetch : fetches) {
            boolean settles = fetch.isConstant();
            if (settles) {
                int errors = all.errors.size();
                all.check(fetch);
                settles = fetch.argument != null && fetch.list() == fetch && errors == all.errors.size();
            }
            fetch.seal(settles ? all.pageRequests[fetch.index] : null, all.subqueries[fetch.index]);
        }
    }

    /** Reads the dataset as it was known after an edit. */
    public BoundPlan at(Optional<KnownAt> past) {
        knownAt = past;
        return this;
    }

    /** The edit after which the dataset is read; empty for the present. */
    public Optional<KnownAt> knownAt() {
        return knownAt;
    }

    private void check() {
        for (FetchNode fetch : fetches) {
            check(fetch);
            fetch.layout.arguments().forEach(this::check);
        }
        if (!errors.isEmpty()) {
            // the fetches of an interface, one for each type, share their argument and its errors
            throw new RequestException(errors.stream().distinct().toList());
        }
    }

    private void check(FetchNode fetch) {
        AsOf inherited = fetch.parent() == null ? AsOf.EVER : times[fetch.parent().index];
        times[fetch.index] = inherited;
        if (fetch.argument == null) {
            return;
        }
        if (fetch.pageRequest() != null) {
            pageRequests[fetch.index] = fetch.pageRequest();
            subqueries[fetch.index] = fetch.subqueries();
            times[fetch.index] = fetch.pageRequest().asOf();
            return;
        }
        try {
            Map<String, Object> values = fetch.argument.values(variables);
            boolean shared = arguments.put(fetch.argument, values) != null;
            times[fetch.index] = AsOf.of(values, inherited);
            if (!shared) {
                // the fetches of an interface, one for each type, share their argument
                check(fetch, values);
            }
        } catch (IllegalArgumentException e) {
            error(fetch.argument, e);
        }
    }

    private void check(FetchNode fetch, Map<String, Object> values) {
        if (fetch.source instanceof FetchSource.Page page) {
            ListContext list = new ListContext(page.field(), fetch.entityType, page.order(), times[fetch.index]);
            pageRequests[fetch.index] = PageRequest.of(values, list, fetch.cursors(), most(fetch));
            checkStatement(fetch);
        } else if (fetch.source instanceof FetchSource.GroupBy grouped) {
            groups(fetch, grouped, values);
        } else if (fetch.source instanceof FetchSource.Virtual making && making.root().shape() == QueryField.Shape.PAGES) {
            pageRequests[fetch.index] = PageRequest.ofMade(values, making.root().name(), most(fetch));
        } else if (fetch.source instanceof FetchSource.ByIds) {
            ids(fetch);
        } else if (fetch.source instanceof FetchSource.Lookup lookup) {
            LookupCondition.check(lookup.root(), (Map<?, ?>) values.get("by"));
        }
    }

    private void groups(FetchNode fetch, FetchSource.GroupBy grouped, Map<String, Object> values) {
        PageRequest list = pageRequests[grouped.of().index];
        if (list == null) {
            return; // the list's own error is reported
        }
        GroupBy asked = new GroupBy(fetch.entityType, list.asOf(), values);
        groups.put(fetch, asked);
        pageRequests[fetch.index] = PageRequest.ofGroups(values, list, asked.keyset(),
                ((FetchSource.Page) grouped.of().source).field() + arguments(grouped.of().argument).get("filter")
                        + asked.seal(),
                most(fetch));
        subqueries[fetch.index] = summary(fetch).groups(pageRequests[fetch.index]).aliases();
    }

    private int most(FetchNode fetch) {
        return fetch.whole() ? Integer.MAX_VALUE : limits.page();
    }

    private void check(FieldArguments picking) {
        try {
            picking.values(variables);
        } catch (IllegalArgumentException e) {
            error(picking, e);
        }
    }

    private void error(FieldArguments argument, IllegalArgumentException e) {
        errors.add(new RequestError(RequestError.Code.BAD_USER_INPUT, e.getMessage(),
                List.of(argument.field().getSourceLocation())));
    }

    /** Builds the statement once without running it, because only its SQL tells how large it is. */
    private void checkStatement(FetchNode fetch) {
        PageRequest pageRequest = pageRequests[fetch.index];
        if (pageRequest.filter().isEmpty() && pageRequest.keyset().isPlain() && pageRequest.after() == null
                && pageRequest.before() == null) {
            return;
        }
        SqlBuilder sql = statement(fetch).page(pageRequest);
        sql.check();
        subqueries[fetch.index] = sql.aliases();
    }

    /** The most records that may be read for the request. */
    public int records() {
        return limits.records();
    }

    /** The maximum cost of the response: about one for each record that is read, and ten for each count. */
    public long estimate() {
        return CostEstimator.of(this);
    }

    /** Whether at most one statement will be run. */
    public boolean alone() {
        return fetches.stream().mapToInt(FetchNode::statements).sum() <= 1;
    }

    /** All fetches, parents before their children. */
    public List<FetchNode> fetches() {
        return fetches;
    }

    /** How many relation subqueries the filter and the order of a fetch contain. */
    int subqueries(FetchNode fetch) {
        return subqueries[fetch.index];
    }

    public PageRequest pageRequest(FetchNode fetch) {
        return pageRequests[fetch.index];
    }

    /** Makes the next statement of a fetch read another page. */
    public void setPageRequest(FetchNode fetch, PageRequest pageRequest) {
        pageRequests[fetch.index] = pageRequest;
    }

    public Map<String, Object> arguments(FieldArguments argument) {
        // a page that is the same for every request is stored with its document; its arguments are not
        return arguments.computeIfAbsent(argument, one -> one.values(variables));
    }

    /** @return null if the fetch does not read groups */
    public GroupBy groups(FetchNode fetch) {
        return fetch.source instanceof FetchSource.SumByUnit apart ? groups.get(apart.of()) : groups.get(fetch);
    }

    public AggregateStatement summary(FetchNode fetch) {
        return new AggregateStatement(fetch, groups(fetch), pageRequests[fetch.list().index]);
    }

    public SelectStatement statement(FetchNode fetch) {
        return new SelectStatement(fetch, variables);
    }

    /** The global ids in the argument of a fetch. */
    public List<GlobalId> ids(FetchNode fetch) {
        Object ids = arguments(fetch.argument).getOrDefault("ids", arguments(fetch.argument).get("id"));
        List<?> list = ids instanceof List<?> several ? several : List.of(ids);
        if (list.size() > limits.page()) {
            throw new IllegalArgumentException(
                    list.size() + " ids are given. Give at most " + limits.page() + " at once.");
        }
        return list.stream().map(id -> fetch.entityType.nodeId((String) id)).toList();
    }
}
