package dev.footnote.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.footnote.graph.NodeId;
import dev.footnote.grouping.Groups;
import dev.footnote.question.Argument;
import dev.footnote.question.Fetch;

/** What was read for one answer: for every selected relation its pages, by the record that they hang on. */
public final class Loaded {

    /** The key of a page that hangs on no record. */
    public static final Object ROOT = new Object();

    private static final Page EMPTY = new Page(null, new Object());

    private final List<Map<Object, Page>> pages = new ArrayList<>();
    private final Map<Fetch, Groups> groups = new IdentityHashMap<>();
    private final Map<Argument, List<NodeId>> ids = new IdentityHashMap<>();
    public int statements;
    public long rows;
    /** In the unit of the estimate. */
    public long cost;

    public Loaded(int fetches) {
        for (int i = 0; i < fetches; i++) {
            pages.add(new HashMap<>());
        }
    }

    public void put(Fetch fetch, Object key, Page page) {
        pages.get(fetch.index).put(key, page);
    }

    public Page page(Fetch fetch, Object key) {
        return pages.get(fetch.index).getOrDefault(key, EMPTY);
    }

    public Collection<Page> pages(Fetch fetch) {
        return pages.get(fetch.index).values();
    }

    public void put(Fetch fetch, Groups asked) {
        groups.put(fetch, asked);
    }

    /** What groups were asked for. */
    Groups groups(Fetch fetch) {
        return groups.get(fetch);
    }

    public void ids(Argument argument, List<NodeId> asked) {
        ids.put(argument, asked);
    }

    /** The global ids that an argument names. */
    public List<NodeId> ids(Argument argument) {
        return ids.get(argument);
    }

    /** The keys that the rows of a fetch hold, each once; where a kind is given, of that kind only. */
    public Set<Object> keys(Fetch fetch, int cell, int kindCell, String kind) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Page page : pages(fetch)) {
            for (Object[] row : page.rows) {
                if (row[cell] != null && (kind == null || Objects.equals(row[kindCell], kind))) {
                    keys.add(row[cell]);
                }
            }
        }
        return keys;
    }
}
