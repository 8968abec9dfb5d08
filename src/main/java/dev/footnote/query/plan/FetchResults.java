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
import dev.footnote.query.sql.GroupBy;

/** What was read for one answer: for every selected relation its pages, by the record that they hang on. */
public final class FetchResults {

    /** The key of a page that hangs on no record. */
    public static final Object ROOT = new Object();

    private static final ResultPage EMPTY = new ResultPage(null, new Object());

    private final List<Map<Object, ResultPage>> pages = new ArrayList<>();
    private final Map<FetchNode, GroupBy> groups = new IdentityHashMap<>();
    private final Map<FieldArguments, List<GlobalId>> ids = new IdentityHashMap<>();
    public int statements;
    public long rows;
    /** In the unit of the estimate. */
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

    /** What groups were asked for. */
    GroupBy groups(FetchNode fetch) {
        return groups.get(fetch);
    }

    public void ids(FieldArguments argument, List<GlobalId> asked) {
        ids.put(argument, asked);
    }

    /** The global ids that an argument names. */
    public List<GlobalId> ids(FieldArguments argument) {
        return ids.get(argument);
    }

    /** The keys that the rows of a fetch hold, each once; where a kind is given, of that kind only. */
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
