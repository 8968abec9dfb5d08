package dev.footnote.query.execution;

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

import dev.footnote.metamodel.Attribute;
import dev.footnote.query.page.GroupBy;
import dev.footnote.query.page.Keyset;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.plan.*;
import dev.footnote.query.sql.SqlBuilder;

/** Loads aggregates: totals and sums of lists, and their groups. */
final class AggregateLoader {

    /** The statements for all records, for the records of one parent at a time, and for those of all parents at once. */
    private record Ways(Function<AggregateStatement, SqlBuilder> all,
            BiFunction<AggregateStatement, Attribute.Many, SqlBuilder> one, Several several) {
    }

    private interface Several {
        SqlBuilder sql(AggregateStatement summary, Attribute.Many relation, Integer[] parents);
    }

    /** Reads the values of a row. */
    private interface Decoder {

        /**
         * Reads the cells.
         *
         * @param from the index of the first cell
         */
        Object[] values(ResultSet row, int from) throws SQLException;
    }

    /** Stores the values of a row; they may be shared with other requests. */
    private interface Taker {

        void take(Object parent, Object[] values);
    }

    private final BoundPlan asked;
    private final FetchResults loaded;
    private final StatementRunner statements;
    /** Whether a statement is run once for each parent. */
    private final boolean each;

    AggregateLoader(BoundPlan asked, FetchResults loaded, StatementRunner statements, boolean each) {
        this.asked = asked;
        this.loaded = loaded;
        this.statements = statements;
        this.each = each;
    }

    void totals(FetchNode fetch) throws SQLException {
        for (ResultPage list : loaded.pages(fetch.list())) {
            loaded.put(fetch, list.key, new ResultPage(null, list.key));
        }
        if (fetch.layout.size() > 0) {
            run(fetch, true, new Ways(AggregateStatement::totals, AggregateStatement::totalsOf, AggregateStatement::totalsOf),
                    (row, from) -> statements.cells(fetch.layout, row, from),
                    (parent, cells) -> loaded.page(fetch, parent).rows.add(cells));
        }
        for (ResultPage page : loaded.pages(fetch)) {
            if (page.rows.isEmpty()) {
                page.rows.add(ofNone(fetch.layout));
            }
        }
    }

    private static Object[] ofNone(RowLayout layout) {
        Object[] row = new Object[layout.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = layout.cell(i).ofNone();
        }
        return row;
    }

    void apart(FetchNode fetch, FetchNode of) throws SQLException {
        GroupBy groups = asked.groups(fetch);
        Map<List<Object>, Object> rows = groups == null ? Map.of() : rows(of, groups);
        if (groups != null && rows.isEmpty()) {
            return;
        }
        Set<List<Object>> only = groups == null || whole(of) ? Set.of()
                : rows.keySet().stream().map(identity -> identity.subList(0, identity.size() - 1))
                        .collect(Collectors.toSet());
        Ways relations = new Ways(summary -> summary.only(only).totals(),
                (summary, relation) -> summary.only(only).totalsOf(relation),
                (summary, relation, parents) -> summary.only(only).totalsOf(relation, parents));
        int size = fetch.layout.size();
        run(fetch, true, relations,
                (row, from) -> groups == null ? statements.cells(fetch.layout, row, from) : ofGroup(fetch, groups, row, from),
                (parent, values) -> {
                    List<Object> keys = Arrays.asList(values).subList(size, values.length);
                    Object on = groups == null ? parent : rows.get(identity(parent, keys));
                    if (on != null) {
                        page(fetch, on).rows.add(values);
                    }
                });
    }

    /** Whether all groups were read, not only a page of them. */
    private boolean whole(FetchNode groups) {
        PageRequest pageRequest = asked.pageRequest(groups);
        return pageRequest.after() == null && pageRequest.before() == null
                && loaded.pages(groups).stream().allMatch(page -> page.rows.size() < pageRequest.size());
    }

    /** The rows of the groups that were read, by parent and group keys. */
    private Map<List<Object>, Object> rows(FetchNode of, GroupBy groups) {
        Map<List<Object>, Object> rows = new HashMap<>();
        int from = of.layout.size();
        for (ResultPage page : loaded.pages(of)) {
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

    private ResultPage page(FetchNode fetch, Object key) {
        ResultPage known = loaded.page(fetch, key);
        if (known.key.equals(key)) {
            return known;
        }
        ResultPage page = new ResultPage(null, key);
        loaded.put(fetch, key, page);
        return page;
    }

    void groups(FetchNode fetch) throws SQLException {
        GroupBy groups = asked.groups(fetch);
        PageRequest pageRequest = asked.pageRequest(fetch);
        loaded.put(fetch, groups);
        for (ResultPage list : loaded.pages(fetch.list())) {
            loaded.put(fetch, list.key, new ResultPage(pageRequest, list.key));
        }
        if (fetch.rows()) {
            Ways relations = new Ways(summary -> summary.groups(pageRequest),
                    (summary, relation) -> summary.groupsOf(relation, pageRequest),
                    (summary, relation, parents) -> summary.groupsOf(relation, pageRequest, parents));
            run(fetch, true, relations, (row, from) -> group(fetch, row, from),
                    (parent, group) -> loaded.page(fetch, parent).rows.add(group));
        }
        if (fetch.count()) {
            run(fetch, false, new Ways(AggregateStatement::count, AggregateStatement::countOf, AggregateStatement::countsOf),
                    (row, from) -> new Object[] { row.getInt(from) }, (parent, number) -> {
                        loaded.cost += BoundPlan.COUNT;
                        loaded.page(fetch, parent).total = (Integer) number[0];
                    });
        }
        for (ResultPage page : loaded.pages(fetch)) {
            page.end(fetch.bounds());
        }
    }

    /**
     * Runs the statement that fits the list.
     *
     * @param records whether each row counts as a record that was read
     */
    private void run(FetchNode fetch, boolean records, Ways relations, Decoder decoder, Taker taker) throws SQLException {
        AggregateStatement summary = asked.summary(fetch);
        if (!(fetch.list().source instanceof FetchSource.ChildList children)) {
            statements.kept(relations.all().apply(summary), records, row -> decoder.values(row, 1))
                    .forEach(values -> taker.take(FetchResults.ROOT, values));
            return;
        }
        List<Integer> keys = new ArrayList<>();
        loaded.pages(fetch.list()).forEach(page -> keys.add((Integer) page.key));
        Integer[] parents = keys.toArray(Integer[]::new);
        if (parents.length == 0) {
            return;
        }
        if (each || parents.length == 1) {
            statements.each(relations.one().apply(summary, children.relation()), parents,
                    (parent, row) -> taker.take(parent, decoder.values(row, 1)));
        } else {
            statements.run(relations.several().sql(summary, children.relation(), parents),
                    row -> taker.take(row.getInt(1), decoder.values(row, 2)));
        }
    }

    /** Reads the cells, then the keys of their group, which come first in the row. */
    private Object[] ofGroup(FetchNode fetch, GroupBy groups, ResultSet row, int from) throws SQLException {
        List<Object> values = new ArrayList<>(Arrays.asList(statements.cells(fetch.layout, row, from + groups.size())));
        values.addAll(keys(groups, row, from));
        return values.toArray();
    }

    /** Reads the cells, then all group keys, then the cursor values. */
    private Object[] group(FetchNode fetch, ResultSet row, int from) throws SQLException {
        List<Object> group = new ArrayList<>(Arrays.asList(statements.cells(fetch.layout, row, from)));
        int next = from + group.size();
        GroupBy groups = asked.groups(fetch);
        group.addAll(keys(groups, row, next));
        next += groups.size();
        Keyset keyset = asked.pageRequest(fetch).keyset();
        for (int i = 0; fetch.keyed(asked.pageRequest(fetch)) && i < keyset.size(); i++) {
            group.add(keyset.domain(i).read(row, next + i));
        }
        return group.toArray();
    }

    private static List<Object> keys(GroupBy groups, ResultSet row, int from) throws SQLException {
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            keys.add(groups.domain(i).read(row, from + i));
        }
        return keys;
    }
}
