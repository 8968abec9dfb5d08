package dev.footnote.loading;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.database.Dialect;
import dev.footnote.graph.Member;
import dev.footnote.graph.NodeId;
import dev.footnote.meter.Meters;
import dev.footnote.plan.Loaded;
import dev.footnote.plan.Page;
import dev.footnote.question.Asked;
import dev.footnote.question.Fault;
import dev.footnote.question.Fetch;
import dev.footnote.question.Refusal;
import dev.footnote.sql.KeyCondition;
import dev.footnote.sql.Window;

/** Reads all that a question asks for over one connection: parents first, then their children, a statement a relation. */
final class Loading {

    /** In one statement, because PostgreSQL takes no more than 65,535 values. */
    private static final int MOST_KEYS = 30_000;

    /** Records that are known by their keys. */
    private record Picked(Fetch list, int[] keys) {
    }

    private final Dialect dialect;
    private final Meters meters;
    private final Asked asked;
    private final Loaded loaded;
    private final Statements statements;
    private final MadeLoading made;
    private final SummaryLoading summaries;
    private final Effort effort;
    private final NamedValues named;
    /** Null where the pages say what is read. */
    private Picked picked;

    Loading(Reading reading, Connection connection, Asked asked, Effort effort) {
        this.dialect = reading.dialect;
        this.meters = reading.meters;
        this.asked = asked;
        this.loaded = new Loaded(asked.fetches().size());
        this.statements = new Statements(connection, effort, loaded, asked.records(), reading.sums);
        this.effort = effort;
        this.named = new NamedValues(asked, loaded, statements);
        this.made = new MadeLoading(asked, loaded);
        this.summaries = new SummaryLoading(asked, loaded, statements, dialect == Dialect.H2);
    }

    Loaded load() throws SQLException {
        for (Fetch fetch : asked.fetches()) {
            long begun = System.nanoTime();
            long rows = -loaded.rows;
            effort.reads(fetch, loaded);
            load(fetch);
            named.check(fetch);
            rows += loaded.rows;
            loaded.cost += rows * fetch.layout.weight();
            meters.read(fetch.name, System.nanoTime() - begun, rows);
        }
        return loaded;
    }

    private void load(Fetch fetch) throws SQLException {
        if (fetch.anchor instanceof Fetch.All) {
            page(fetch);
        } else if (fetch.anchor instanceof Fetch.Children children) {
            children(fetch, children);
        } else if (fetch.anchor instanceof Fetch.Named named) {
            named(fetch, "id", loaded.keys(named.parent(), named.key(), named.kind(), fetch.noun.table()));
        } else if (fetch.anchor instanceof Fetch.ByIds) {
            byIds(fetch);
        } else if (fetch.anchor instanceof Fetch.Lookup lookup) {
            lookup(fetch, lookup);
        } else {
            made(fetch);
        }
    }

    /** What is no record of a table. */
    private void made(Fetch fetch) throws SQLException {
        if (fetch.anchor instanceof Fetch.Totals) {
            summaries.totals(fetch);
        } else if (fetch.anchor instanceof Fetch.Grouped) {
            summaries.groups(fetch);
        } else if (fetch.anchor instanceof Fetch.Apart apart) {
            summaries.apart(fetch, apart.of());
        } else if (fetch.anchor instanceof Fetch.Making making) {
            made.make(fetch, making, statements::made);
        } else {
            made.nested(fetch, (Fetch.Nested) fetch.anchor);
        }
    }

    /** Has the records of a list read by their keys. */
    Loading picking(Fetch list, int[] keys) {
        picked = new Picked(list, keys);
        return this;
    }

    private void page(Fetch fetch) throws SQLException {
        Window window = asked.window(fetch);
        Page page = new Page(window);
        loaded.put(fetch, Loaded.ROOT, page);
        if (picked != null && picked.list == fetch) {
            picked(fetch, page);
            return;
        }
        if (fetch.rows() && fetch.count() && dialect == Dialect.POSTGRESQL && !window.filter().isEmpty()) {
            pageAndCount(fetch, page);
            return;
        }
        if (fetch.rows()) {
            statements.run(asked.statement(fetch).page(window), row -> page.rows.add(cells(fetch, window, row, 1)));
            page.end(fetch.bounds());
        }
        if (fetch.count()) {
            page.total = total(fetch, window);
        }
    }

    private void picked(Fetch fetch, Page page) throws SQLException {
        List<Object> keys = Arrays.stream(picked.keys).boxed().collect(Collectors.toList());
        Map<Integer, Object[]> rows = new HashMap<>();
        // with room for what cursors hold, because whoever writes an edge writes one, which an export then leaves out
        int size = fetch.layout.size() + page.window.keyset().size();
        statements.run(asked.statement(fetch).named("id", keys),
                row -> rows.put(row.getInt(1), Arrays.copyOf(cells(fetch, null, row, 2), size)));
        keys.forEach(key -> page.rows.add(rows.get(key)));
    }

    private int total(Fetch fetch, Window window) throws SQLException {
        loaded.cost += Asked.COUNT;
        return (Integer) statements
                .kept(asked.statement(fetch).count(window), false, row -> new Object[] { row.getInt(1) }).get(0)[0];
    }

    private void pageAndCount(Fetch fetch, Page page) throws SQLException {
        statements.run(asked.statement(fetch).pageAndCount(page.window), row -> {
            page.total = number(row, 1);
            page.rows.add(cells(fetch, page.window, row, 2));
        });
        if (page.rows.isEmpty()) {
            // an empty page has no row to carry the number
            page.total = total(fetch, page.window);
        }
        page.end(fetch.bounds());
    }

    private void children(Fetch fetch, Fetch.Children children) throws SQLException {
        Set<Object> keys = loaded.keys(children.parent(), children.key(), -1, null);
        if (keys.isEmpty()) {
            return;
        }
        Window window = asked.window(fetch);
        keys.forEach(key -> loaded.put(fetch, key, new Page(window, key)));
        Integer[] parents = keys.toArray(Integer[]::new);
        Member.Many way = children.way();
        // one parent needs no lateral join, and is planned and run faster without
        boolean each = dialect == Dialect.H2 || parents.length == 1;
        if (fetch.rows() && each) {
            statements.each(asked.statement(fetch).pageOf(way, window), parents,
                    (parent, row) -> loaded.page(fetch, parent).rows.add(cells(fetch, window, row, 1)));
        } else if (fetch.rows()) {
            statements.run(asked.statement(fetch).pagesOf(way, window, parents),
                    row -> loaded.page(fetch, row.getInt(1)).rows.add(cells(fetch, window, row, 2)));
        }
        if (fetch.count() && each) {
            statements.each(asked.statement(fetch).countOf(way, window), parents,
                    (parent, row) -> loaded.page(fetch, parent).total = number(row, 1));
        } else if (fetch.count()) {
            statements.run(asked.statement(fetch).countsOf(way, window, parents),
                    row -> loaded.page(fetch, row.getInt(1)).total = number(row, 2));
        }
        for (Page page : loaded.pages(fetch)) {
            page.end(fetch.bounds());
        }
    }

    private void byIds(Fetch fetch) throws SQLException {
        List<NodeId> ids = asked.ids(fetch);
        loaded.ids(fetch.argument, ids);
        named(fetch, "slug", ids.stream().filter(id -> id.kind().equals(fetch.noun.table()))
                .<Object> map(NodeId::slug).distinct().toList());
    }

    private void named(Fetch fetch, String column, Collection<Object> keys) throws SQLException {
        List<Object> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            List<Object> some = all.subList(from, Math.min(from + MOST_KEYS, all.size()));
            statements.run(asked.statement(fetch).named(column, some), row -> {
                Page page = new Page(null);
                page.rows.add(cells(fetch, null, row, 2));
                loaded.put(fetch, column.equals("id") ? (Object) row.getInt(1) : row.getString(1), page);
            });
        }
    }

    private void lookup(Fetch fetch, Fetch.Lookup lookup) throws SQLException {
        Map<?, ?> by = (Map<?, ?>) asked.arguments(fetch.argument).get("by");
        Page page = new Page(null);
        loaded.put(fetch, Loaded.ROOT, page);
        List<String> slugs = new ArrayList<>(1);
        statements.run(asked.statement(fetch).lookup(lookup.root(), by), row -> {
            slugs.add(row.getString(1));
            page.rows.add(cells(fetch, null, row, 2));
        });
        if (slugs.isEmpty()) {
            named.check(fetch, lookup.root(), by);
        }
        if (slugs.size() > 1) {
            throw new Refusal(new Fault(Fault.Code.BAD_USER_INPUT,
                    Namesakes.sentence(fetch.noun, KeyCondition.name(lookup.root(), by), slugs),
                    List.of(fetch.argument.field().getSourceLocation())));
        }
    }

    private Object[] cells(Fetch fetch, Window window, ResultSet row, int from) throws SQLException {
        statements.count();
        int cells = fetch.layout.size();
        int keys = window != null && fetch.keyed(window) ? window.keyset().size() : 0;
        Object[] values = new Object[cells + keys];
        for (int i = 0; i < cells; i++) {
            values[i] = fetch.layout.cell(i).read(row, from + i);
        }
        for (int i = 0; i < keys; i++) {
            values[cells + i] = window.keyset().domain(i).read(row, from + cells + i);
        }
        return values;
    }

    private int number(ResultSet row, int column) throws SQLException {
        loaded.cost += Asked.COUNT;
        return row.getInt(column);
    }
}
