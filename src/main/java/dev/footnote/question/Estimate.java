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
            // as many as there are to count, and to look into for what is said of relations
            long looks = asked.looks(fetch) + (fetch.count ? 1 : 0) + (fetch.list() == fetch ? 0 : 1);
            sum = capped(sum + made(fetch) + records[fetch.index] * fetch.layout.weight()
                    + capped(parents * looks * Asked.COUNT));
        }
        return sum;
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
            return asked.ids(fetch.argument).size();
        }
        Window window = asked.window(fetch);
        return window == null ? 1 : window.size();
    }

    private static long capped(long number) {
        return Math.min(MOST, number);
    }
}
