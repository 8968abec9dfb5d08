package dev.footnote.query.plan;

import java.util.List;

import dev.footnote.metamodel.Attribute;
import dev.footnote.query.page.PageRequest;

/** Estimates the maximum cost of a response before anything is read: one for each record, multiplied level by level. */
final class CostEstimator {

    /** Upper bound of the estimate, because nested pages would overflow any number. */
    private static final long MOST = 1_000_000_000_000L;

    /** The assumed cost of scanning all records of a type, so that cheap requests do not wait behind such a request. */
    private static final int ALL = 1000;

    /** The cost of a hierarchy traversal, counted in relation subqueries. */
    private static final int WALK = 10;

    private final BoundPlan asked;
    private final long[] records;

    private CostEstimator(BoundPlan asked) {
        this.asked = asked;
        this.records = new long[asked.fetches().size()];
    }

    static long of(BoundPlan asked) {
        return new CostEstimator(asked).sum();
    }

    private long sum() {
        long sum = 0;
        List<FetchNode> fetches = asked.fetches();
        for (FetchNode fetch : fetches) {
            long parents = parents(fetch);
            records[fetch.index] = fetch.rows() ? capped(parents * size(fetch)) : 0;
            sum = capped(sum + made(fetch) + records[fetch.index] * fetch.layout.weight() + subqueries(fetch, parents));
        }
        return sum;
    }

    /**
     * The cost of records that are examined but not returned: by filters and orders over relations, and for counts and
     * groups.
     */
    private long subqueries(FetchNode fetch, long parents) {
        int subqueries = asked.subqueries(fetch) + (fetch.list() == fetch ? 0 : 1);
        boolean all = fetch.list().source instanceof FetchSource.RootList;
        if (fetch.list().source instanceof FetchSource.ChildList children
                && children.relation() instanceof Attribute.Hierarchy) {
            // the number of records that a traversal visits is unknown
            subqueries += WALK;
        }
        return capped(parents * ((fetch.count() ? BoundPlan.COUNT : 0) + subqueries * (all ? ALL : BoundPlan.COUNT)));
    }

    private long parents(FetchNode fetch) {
        if (fetch.source instanceof FetchSource.SumByUnit apart && apart.of().source instanceof FetchSource.GroupBy) {
            return records[apart.of().index];
        }
        return fetch.parent() == null ? 1 : records[fetch.parent().index];
    }

    private static int made(FetchNode fetch) {
        return fetch.source instanceof FetchSource.Virtual making ? making.root().cost() : 0;
    }

    private int size(FetchNode fetch) {
        if (fetch.source instanceof FetchSource.ByIds) {
            return asked.ids(fetch).size();
        }
        PageRequest pageRequest = asked.pageRequest(fetch);
        return pageRequest == null ? 1 : pageRequest.size();
    }

    private static long capped(long number) {
        return Math.min(MOST, number);
    }
}
