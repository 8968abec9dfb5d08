package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.footnote.metamodel.GlobalId;
import dev.footnote.query.page.GroupBy;

/** The data that was read for one response: the pages of every selected relation, by parent record. */
public final class FetchResults {

    /** The key of a page without a parent record. */
    public static final Object ROOT = new Object();

    private static final ResultPage EMPTY = new ResultPage(null, new Object());

    private final List<Map<Object, ResultPage>> pages = new ArrayList<>();
    private final Map<FetchNode, GroupBy> groups = new IdentityHashMap<>();
    private final Map<FieldArguments, List<GlobalId>> ids = new IdentityHashMap<>();
    public int statements;
    public long rows;
    /** In the unit of the cost estimate. */
    public long cost;

    public FetchResults(int fetches) {
        for (int i = 0; i < fetches; i++) {
            pages.add(new HashMap<>());
        }
    }

    public void put(FetchNode fetch, Object key, ResultPage page) {
        pages.get(fetch.index).put(key, page);
    }

    public ResultPage page(FetchNode fetch, Object key) {
        return pages.get(fetch.index).getOrDefault(key, EMPTY);
    }

    public Collection<ResultPage> pages(FetchNode fetch) {
        return pages.get(fetch.index).values();
    }

    public void put(FetchNode fetch, GroupBy asked) {
        groups.put(fetch, asked);
    }

    /** The groups that were requested. */
    GroupBy groups(FetchNode fetch) {
        return groups.get(fetch);
    }

    public void ids(FieldArguments argument, List<GlobalId> asked) {
        ids.put(argument, asked);
    }

    /** The global ids in an argument. */
    public List<GlobalId> ids(FieldArguments argument) {
        return ids.get(argument);
    }

    /** The distinct keys in the rows of a fetch; if a kind is given, only the keys of that kind. */
    public Set<Object> keys(FetchNode fetch, int cell, int kindCell, String kind) {
        Set<Object> keys = new LinkedHashSet<>();
        for (ResultPage page : pages(fetch)) {
            for (Object[] row : page.rows) {
                if (row[cell] != null && (kind == null || Objects.equals(row[kindCell], kind))) {
                    keys.add(row[cell]);
                }
            }
        }
        return keys;
    }
}
