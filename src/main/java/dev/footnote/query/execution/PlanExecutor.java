package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.database.Dialect;
import dev.footnote.metamodel.Attribute;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.page.LogStart;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.FetchSource;
import dev.footnote.query.plan.ResultPage;

/** Executes a plan over one connection: parents first, then their children, with one statement for each relation. */
final class PlanExecutor {

    /** Records of a list that are selected by their keys. */
    private record Picked(FetchNode list, int[] keys) {
    }

    private final Dialect dialect;
    private final GraphQLMetrics meters;
    private final BoundPlan asked;
    private final FetchResults loaded;
    private final StatementRunner statements;
    private final VirtualTableLoader made;
    private final AggregateLoader summaries;
    private final LookupLoader lookups;
    private final CancellationToken cancellation;
    private final UnknownValueCheck named;
    /** Null if the page requests decide what is read. */
    private Picked picked;

    PlanExecutor(SnapshotReader reading, Connection connection, BoundPlan asked, CancellationToken cancellation) {
        this.dialect = reading.dialect;
        this.meters = reading.meters;
        this.asked = asked;
        this.loaded = new FetchResults(asked.fetches().size());
        this.statements = new StatementRunner(connection, cancellation, loaded, asked.records(), reading.sums);
        this.cancellation = cancellation;
        this.named = new UnknownValueCheck(asked, loaded, statements);
        this.lookups = new LookupLoader(asked, loaded, statements, named);
        this.made = new VirtualTableLoader(asked, loaded);
        this.summaries = new AggregateLoader(asked, loaded, statements, dialect == Dialect.H2);
    }

    FetchResults load() throws SQLException {
        for (FetchNode fetch : asked.fetches()) {
            long begun = System.nanoTime();
            long rows = -loaded.rows;
            cancellation.reads(fetch, loaded);
            fetch.source.accept(new Loader(fetch));
            named.check(fetch);
            rows += loaded.rows;
            loaded.cost += rows * fetch.layout.weight();
            meters.read(fetch.name, System.nanoTime() - begun, rows);
        }
        return loaded;
    }

    /** Loads the records or numbers of one fetch. */
    private final class Loader implements FetchSource.Visitor<SQLException> {

        private final FetchNode fetch;

        Loader(FetchNode fetch) {
            this.fetch = fetch;
        }

        @Override
        public void rootList(FetchSource.RootList source) throws SQLException {
            page(fetch);
            checkStart(fetch, source);
        }

        @Override
        public void childList(FetchSource.ChildList source) throws SQLException {
            children(fetch, source);
        }

        @Override
        public void byReference(FetchSource.ByReference source) throws SQLException {
            lookups.load(fetch, "id",
                    loaded.keys(source.parent(), source.key(), source.kind(), fetch.entityType.table()));
        }

        @Override
        public void lookup(FetchSource.Lookup source) throws SQLException {
            lookups.lookup(fetch, source);
        }

        @Override
        public void byIds(FetchSource.ByIds source) throws SQLException {
            lookups.byIds(fetch);
        }

        @Override
        public void aggregate(FetchSource.Aggregate source) throws SQLException {
            summaries.totals(fetch);
        }

        @Override
        public void groupBy(FetchSource.GroupBy source) throws SQLException {
            summaries.groups(fetch);
        }

        @Override
        public void sumByUnit(FetchSource.SumByUnit source) throws SQLException {
            summaries.apart(fetch, source.of());
        }

        @Override
        public void virtual(FetchSource.Virtual source) throws SQLException {
            made.make(fetch, source, statements::made);
        }

        @Override
        public void nestedRows(FetchSource.NestedRows source) throws SQLException {
            made.nested(fetch, source);
        }
    }

    /** Reads the records of a list by their keys. */
    PlanExecutor picking(FetchNode list, int[] keys) {
        picked = new Picked(list, keys);
        return this;
    }

    private void page(FetchNode fetch) throws SQLException {
        PageRequest pageRequest = asked.pageRequest(fetch);
        ResultPage page = new ResultPage(pageRequest);
        loaded.put(fetch, FetchResults.ROOT, page);
        if (picked != null && picked.list == fetch) {
            picked(fetch, page);
            return;
        }
        if (fetch.rows() && fetch.count() && dialect == Dialect.POSTGRESQL && !pageRequest.filter().isEmpty()) {
            pageAndCount(fetch, page);
            return;
        }
        if (fetch.rows()) {
            statements.run(asked.statement(fetch).page(pageRequest), row -> page.rows.add(cells(fetch, pageRequest, row, 1)));
            page.end(fetch.bounds());
        }
        if (fetch.count()) {
            page.total = total(fetch, pageRequest);
        }
    }

    /** After the page was read, because a record may leave the log meanwhile. */
    private void checkStart(FetchNode fetch, FetchSource.RootList list) throws SQLException {
        OptionalInt followed = asked.pageRequest(fetch).followed();
        if (followed.isPresent() && fetch.entityType.isLog()) {
            LogStart start = new LogStart(list.field(), fetch.entityType, followed.getAsInt());
            statements.run(start.lastRemoved(), row -> start.check(row.getInt(1)));
        }
    }

    private void picked(FetchNode fetch, ResultPage page) throws SQLException {
        List<Object> keys = Arrays.stream(picked.keys).boxed().collect(Collectors.toList());
        Map<Integer, Object[]> rows = new HashMap<>();
        // with room for the cursor values, because writing an edge writes a cursor, which an export then omits
        int size = fetch.layout.size() + page.pageRequest.keyset().size();
        statements.run(asked.statement(fetch).named("id", keys),
                row -> rows.put(row.getInt(1), Arrays.copyOf(statements.cells(fetch.layout, row, 2), size)));
        keys.forEach(key -> page.rows.add(rows.get(key)));
    }

    private int total(FetchNode fetch, PageRequest pageRequest) throws SQLException {
        loaded.cost += BoundPlan.COUNT;
        return (Integer) statements
                .kept(asked.statement(fetch).count(pageRequest), false, row -> new Object[] { row.getInt(1) }).get(0)[0];
    }

    private void pageAndCount(FetchNode fetch, ResultPage page) throws SQLException {
        statements.run(asked.statement(fetch).pageAndCount(page.pageRequest), row -> {
            page.total = number(row, 1);
            page.rows.add(cells(fetch, page.pageRequest, row, 2));
        });
        if (page.rows.isEmpty()) {
            // an empty page has no row that could hold the total
            page.total = total(fetch, page.pageRequest);
        }
        page.end(fetch.bounds());
    }

    private void children(FetchNode fetch, FetchSource.ChildList children) throws SQLException {
        Set<Object> keys = loaded.keys(children.parent(), children.key(), -1, null);
        if (keys.isEmpty()) {
            return;
        }
        PageRequest pageRequest = asked.pageRequest(fetch);
        keys.forEach(key -> loaded.put(fetch, key, new ResultPage(pageRequest, key)));
        Integer[] parents = keys.toArray(Integer[]::new);
        Attribute.Many relation = children.relation();
        // a single parent needs no lateral join; without it the statement is planned and run faster
        boolean each = dialect == Dialect.H2 || parents.length == 1;
        if (fetch.rows() && each) {
            statements.each(asked.statement(fetch).pageOf(relation, pageRequest), parents,
                    (parent, row) -> loaded.page(fetch, parent).rows.add(cells(fetch, pageRequest, row, 1)));
        } else if (fetch.rows()) {
            statements.run(asked.statement(fetch).pagesOf(relation, pageRequest, parents),
                    row -> loaded.page(fetch, row.getInt(1)).rows.add(cells(fetch, pageRequest, row, 2)));
        }
        if (fetch.count() && each) {
            statements.each(asked.statement(fetch).countOf(relation, pageRequest), parents,
                    (parent, row) -> loaded.page(fetch, parent).total = number(row, 1));
        } else if (fetch.count()) {
            statements.run(asked.statement(fetch).countsOf(relation, pageRequest, parents),
                    row -> loaded.page(fetch, row.getInt(1)).total = number(row, 2));
        }
        for (ResultPage page : loaded.pages(fetch)) {
            page.end(fetch.bounds());
        }
    }

    private Object[] cells(FetchNode fetch, PageRequest pageRequest, ResultSet row, int from) throws SQLException {
        int cells = fetch.layout.size();
        int keys = fetch.keyed(pageRequest) ? pageRequest.keyset().size() : 0;
        Object[] values = Arrays.copyOf(statements.cells(fetch.layout, row, from), cells + keys);
        for (int i = 0; i < keys; i++) {
            values[cells + i] = pageRequest.keyset().domain(i).read(row, from + cells + i);
        }
        return values;
    }

    private int number(ResultSet row, int column) throws SQLException {
        loaded.cost += BoundPlan.COUNT;
        return row.getInt(column);
    }
}
