package dev.footnote.question;

import java.util.List;

import dev.footnote.sql.Window;

/** What answering costs at most, known before anything is read: one for each record, multiplied down the levels. */
final class Estimate {

    /** Where counting ends, because pages of pages would pass any number. */
    private static final long MOST = 1_000_000_000_000L;

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
            records[fetch.index] = fetch.rows ? capped(parents * size(fetch)) : 0;
            sum = capped(
                    sum + made(fetch) + records[fetch.index] * fetch.layout.weight()
                            + (fetch.count ? capped(parents * Asked.COUNT) : 0));
        }
        return sum;
    }

    private long parents(Fetch fetch) {
        if (fetch.anchor instanceof Fetch.Children children) {
            return records[children.parent().index];
        }
        if (fetch.anchor instanceof Fetch.Nested nested) {
            return records[nested.parent().index];
        }
        return fetch.anchor instanceof Fetch.Named named ? records[named.parent().index] : 1;
    }

    private static int made(Fetch fetch) {
        return fetch.anchor instanceof Fetch.Making making ? making.root().cost() : 0;
    }

    private int size(Fetch fetch) {
        if (fetch.anchor instanceof Fetch.ByIds) {
            return asked.ids(fetch.argument).size();
        }
        Window window = asked.window(fetch);
        return window == null ? 1 : window.size();
    }

    private static long capped(long number) {
        return Math.min(MOST, number);
    }
}
