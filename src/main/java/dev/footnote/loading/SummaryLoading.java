package dev.footnote.loading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.footnote.graph.Member;
import dev.footnote.grouping.Groups;
import dev.footnote.plan.Loaded;
import dev.footnote.plan.Page;
import dev.footnote.question.Asked;
import dev.footnote.question.Fetch;
import dev.footnote.question.Layout;
import dev.footnote.question.Summary;
import dev.footnote.sql.Keyset;
import dev.footnote.sql.Sql;
import dev.footnote.sql.Window;

/** Reads what is made of many records: numbers and sums of lists, and of their groups. */
final class SummaryLoading {

    /** The statements for all records, for those of one parent at a time, and for those of all parents at once. */
    private record Ways(Function<Summary, Sql> all, BiFunction<Summary, Member.Many, Sql> one, Several several) {
    }

    private interface Several {
        Sql sql(Summary summary, Member.Many way, Integer[] parents);
    }

    /** What is taken out of a row. */
    private interface Decoder {

        /** @param from where the cells start */
        Object[] values(ResultSet row, int from) throws SQLException;
    }

    /** What is done with it; the values may be shared with other requests. */
    private interface Taker {

        void take(Object parent, Object[] values);
    }

    private final Asked asked;
    private final Loaded loaded;
    private final Statements statements;
    /** Whether a statement is run once for each parent. */
    private final boolean each;

    SummaryLoading(Asked asked, Loaded loaded, Statements statements, boolean each) {
        this.asked = asked;
        this.loaded = loaded;
        this.statements = statements;
        this.each = each;
    }

    void totals(Fetch fetch) throws SQLException {
        for (Page list : loaded.pages(fetch.list())) {
            loaded.put(fetch, list.key, new Page(null, list.key));
        }
        if (fetch.layout.size() > 0) {
            run(fetch, true, new Ways(Summary::totals, Summary::totalsOf, Summary::totalsOf),
                    (row, from) -> cells(fetch, row, from), (parent, cells) -> loaded.page(fetch, parent).rows.add(cells));
        }
        for (Page page : loaded.pages(fetch)) {
            if (page.rows.isEmpty()) {
                page.rows.add(ofNone(fetch.layout));
            }
        }
    }

    private static Object[] ofNone(Layout layout) {
        Object[] row = new Object[layout.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = layout.cell(i).ofNone();
        }
        return row;
    }

    void apart(Fetch fetch, Fetch of) throws SQLException {
        Groups groups = asked.groups(fetch);
        Map<List<Object>, Object> rows = groups == null ? Map.of() : rows(of, groups);
        if (groups != null && rows.isEmpty()) {
            return;
        }
        Set<List<Object>> only = groups == null || whole(of) ? Set.of()
                : rows.keySet().stream().map(identity -> identity.subList(0, identity.size() - 1))
                        .collect(Collectors.toSet());
        Ways ways = new Ways(summary -> summary.only(only).totals(), (summary, way) -> summary.only(only).totalsOf(way),
                (summary, way, parents) -> summary.only(only).totalsOf(way, parents));
        int size = fetch.layout.size();
        run(fetch, true, ways, (row, from) -> groups == null ? cells(fetch, row, from) : ofGroup(fetch, groups, row, from),
                (parent, values) -> {
                    List<Object> keys = Arrays.asList(values).subList(size, values.length);
                    Object on = groups == null ? parent : rows.get(identity(parent, keys));
                    if (on != null) {
                        page(fetch, on).rows.add(values);
                    }
                });
    }

    /** Whether all groups were read, and not a page of them. */
    private boolean whole(Fetch groups) {
        Window window = asked.window(groups);
        return window.after() == null && window.before() == null
                && loaded.pages(groups).stream().allMatch(page -> page.rows.size() < window.size());
    }

    /** The rows of the groups that were read, by parent and keys. */
    private Map<List<Object>, Object> rows(Fetch of, Groups groups) {
        Map<List<Object>, Object> rows = new HashMap<>();
        int from = of.layout.size();
        for (Page page : loaded.pages(of)) {
            for (Object[] row : page.rows) {
                rows.put(identity(page.key, Arrays.asList(row).subList(from, from + groups.size())), row);
            }
        }
        return rows;
    }

    private static List<Object> identity(Object parent, List<Object> keys) {
        List<Object> identity = new ArrayList<>(keys);
        identity.add(parent);
        return identity;
    }

    private Page page(Fetch fetch, Object key) {
        Page known = loaded.page(fetch, key);
        if (known.key.equals(key)) {
            return known;
        }
        Page page = new Page(null, key);
        loaded.put(fetch, key, page);
        return page;
    }

    void groups(Fetch fetch) throws SQLException {
        Groups groups = asked.groups(fetch);
        Window window = asked.window(fetch);
        loaded.put(fetch, groups);
        for (Page list : loaded.pages(fetch.list())) {
            loaded.put(fetch, list.key, new Page(window, list.key));
        }
        if (fetch.rows()) {
            Ways ways = new Ways(summary -> summary.groups(window), (summary, way) -> summary.groupsOf(way, window),
                    (summary, way, parents) -> summary.groupsOf(way, window, parents));
            run(fetch, true, ways, (row, from) -> group(fetch, row, from),
                    (parent, group) -> loaded.page(fetch, parent).rows.add(group));
        }
        if (fetch.count()) {
            run(fetch, false, new Ways(Summary::count, Summary::countOf, Summary::countsOf),
                    (row, from) -> new Object[] { row.getInt(from) }, (parent, number) -> {
                        loaded.cost += Asked.COUNT;
                        loaded.page(fetch, parent).total = (Integer) number[0];
                    });
        }
        for (Page page : loaded.pages(fetch)) {
            page.end(fetch.bounds());
        }
    }

    /** @param records whether the decoder counts its rows */
    private void run(Fetch fetch, boolean records, Ways ways, Decoder decoder, Taker taker) throws SQLException {
        Summary summary = asked.summary(fetch);
        if (!(fetch.list().anchor instanceof Fetch.Children children)) {
            statements.kept(ways.all().apply(summary), records, row -> decoder.values(row, 1))
                    .forEach(values -> taker.take(Loaded.ROOT, values));
            return;
        }
        List<Integer> keys = new ArrayList<>();
        loaded.pages(fetch.list()).forEach(page -> keys.add((Integer) page.key));
        Integer[] parents = keys.toArray(Integer[]::new);
        if (parents.length == 0) {
            return;
        }
        if (each || parents.length == 1) {
            statements.each(ways.one().apply(summary, children.way()), parents,
                    (parent, row) -> taker.take(parent, decoder.values(row, 1)));
        } else {
            statements.run(ways.several().sql(summary, children.way(), parents),
                    row -> taker.take(row.getInt(1), decoder.values(row, 2)));
        }
    }

    /** The cells, then the keys of the group that they belong to, which stand ahead of them in the row. */
    private Object[] ofGroup(Fetch fetch, Groups groups, ResultSet row, int from) throws SQLException {
        List<Object> values = new ArrayList<>(Arrays.asList(cells(fetch, row, from + groups.size())));
        values.addAll(keys(groups, row, from));
        return values.toArray();
    }

    private Object[] cells(Fetch fetch, ResultSet row, int from) throws SQLException {
        statements.count();
        Object[] cells = new Object[fetch.layout.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = fetch.layout.cell(i).read(row, from + i);
        }
        return cells;
    }

    /** The cells, then all keys, then what cursors hold. */
    private Object[] group(Fetch fetch, ResultSet row, int from) throws SQLException {
        List<Object> group = new ArrayList<>(Arrays.asList(cells(fetch, row, from)));
        int next = from + group.size();
        Groups groups = asked.groups(fetch);
        group.addAll(keys(groups, row, next));
        next += groups.size();
        Keyset keyset = asked.window(fetch).keyset();
        for (int i = 0; fetch.keyed(asked.window(fetch)) && i < keyset.size(); i++) {
            group.add(keyset.domain(i).read(row, next + i));
        }
        return group.toArray();
    }

    private static List<Object> keys(Groups groups, ResultSet row, int from) throws SQLException {
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            keys.add(groups.domain(i).read(row, from + i));
        }
        return keys;
    }
}
