package dev.footnote.question;

import java.util.List;

import dev.footnote.graph.Member;
import dev.footnote.sql.Window;

/** What answering costs at most, known before anything is read: one for each record, multiplied down the levels. */
final class Estimate {

    /** Where counting ends, because pages of pages would pass any number. */
    private static final long MOST = 1_000_000_000_000L;

    /** What looking at all records of a kind is taken for, so that who asks for little does not wait behind it. */
    private static final int ALL = 1000;

    /** What steps from record to record cost, as looks into a relation. */
    private static final int WALK = 10;

    private final Asked asked;
    private final long[] records;

    private Estimate(Asked asked) {
        this.asked = asked;
        this.records = new long[asked.fetches().size()];
    }

    static long of(Asked asked) {
        return new Estimate(asked).sum();
    }

    private long sum() {
        long sum = 0;
        List<Fetch> fetches = asked.fetches();
        for (Fetch fetch : fetches) {
            long parents = parents(fetch);
            records[fetch.index] = fetch.rows() ? capped(parents * size(fetch)) : 0;
            sum = capped(sum + made(fetch) + records[fetch.index] * fetch.layout.weight() + looks(fetch, parents));
        }
        return sum;
    }

    /** What is looked at without being handed out: by filters and orders through relations, and for counts and groups. */
    private long looks(Fetch fetch, long parents) {
        int looks = asked.looks(fetch) + (fetch.list() == fetch ? 0 : 1);
        boolean all = fetch.list().anchor instanceof Fetch.All;
        if (fetch.list().anchor instanceof Fetch.Children children && children.way() instanceof Member.Walk) {
            // nobody knows how many records steps pass
            looks += WALK;
        }
        return capped(parents * ((fetch.count() ? Asked.COUNT : 0) + looks * (all ? ALL : Asked.COUNT)));
    }

    private long parents(Fetch fetch) {
        if (fetch.anchor instanceof Fetch.Apart apart && apart.of().anchor instanceof Fetch.Grouped) {
            return records[apart.of().index];
        }
        return fetch.parent() == null ? 1 : records[fetch.parent().index];
    }

    private static int made(Fetch fetch) {
        return fetch.anchor instanceof Fetch.Making making ? making.root().cost() : 0;
    }

    private int size(Fetch fetch) {
        if (fetch.anchor instanceof Fetch.ByIds) {
            return asked.ids(fetch).size();
        }
        Window window = asked.window(fetch);
        return window == null ? 1 : window.size();
    }

    private static long capped(long number) {
        return Math.min(MOST, number);
    }
}
