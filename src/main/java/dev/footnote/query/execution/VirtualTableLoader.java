package dev.footnote.query.execution;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.FetchSource;
import dev.footnote.query.plan.ResultPage;
import dev.footnote.query.plan.RowLayout;
import dev.footnote.query.sql.KnownAt;

/** Computes the rows of virtual tables and keeps the requested ones. */
final class VirtualTableLoader {

    private final BoundPlan asked;
    private final FetchResults loaded;
    /** All computed rows, by the fetch at the root. */
    private final Map<FetchNode, Map<EntityType, List<Object[]>>> made = new HashMap<>();

    VirtualTableLoader(BoundPlan asked, FetchResults loaded) {
        this.asked = asked;
        this.loaded = loaded;
    }

    void make(FetchNode fetch, FetchSource.Virtual making, VirtualTable.Reader reader) throws SQLException {
        made.put(fetch, made(fetch, making, reader));
        List<Object[]> rows = made.get(fetch).getOrDefault(fetch.entityType, List.of());
        PageRequest pageRequest = asked.pageRequest(fetch);
        ResultPage page = new ResultPage(pageRequest);
        loaded.put(fetch, FetchResults.ROOT, page);
        page.total = rows.size();
        for (Object[] row : pageRequest == null ? rows : page(page, rows)) {
            page.rows.add(cells(fetch, row));
        }
    }

    private Map<EntityType, List<Object[]>> made(FetchNode fetch, FetchSource.Virtual making, VirtualTable.Reader reader)
            throws SQLException {
        VirtualTable.Reader counting = (sql, values, row) -> reader.read(sql, values, one -> {
            loaded.cost++;
            row.read(one);
        });
        try {
            if (asked.knownAt().isPresent() && !making.root().made().isFromRecords()) {
                throw new IllegalArgumentException(making.root().name() + " is answered for the present only. Leave @"
                        + KnownAt.NAME + " out, or ask for lists.");
            }
            return making.root().made().make(asked.arguments(fetch.argument), counting);
        } catch (IllegalArgumentException e) {
            throw new RequestException(new RequestError(RequestError.Code.BAD_USER_INPUT, e.getMessage(),
                    List.of(fetch.argument.field().getSourceLocation())));
        }
    }

    /** Cuts out a page. The rows are sorted by their first column, which is the cursor value. */
    private static List<Object[]> page(ResultPage page, List<Object[]> rows) {
        PageRequest pageRequest = page.pageRequest;
        int low = pageRequest.after() == null ? 0
                : (int) rows.stream().filter(row -> ((String) row[0]).compareTo(pageRequest.after().get(0)) <= 0).count();
        int high = pageRequest.before() == null ? rows.size()
                : (int) rows.stream().filter(row -> ((String) row[0]).compareTo(pageRequest.before().get(0)) < 0).count();
        int size = Math.min(pageRequest.size(), Math.max(high - low, 0));
        page.more = low + size < high;
        return pageRequest.backward() ? rows.subList(high - size, high) : rows.subList(low, low + size);
    }

    void nested(FetchNode fetch, FetchSource.NestedRows nested) {
        int key = fetch.entityType.place(nested.relation().column());
        Map<Object, ResultPage> pages = new HashMap<>();
        for (Object[] row : made.get(root(fetch)).getOrDefault(fetch.entityType, List.of())) {
            pages.computeIfAbsent(row[key], parent -> new ResultPage(null)).rows.add(cells(fetch, row));
        }
        pages.forEach((parent, page) -> loaded.put(fetch, parent, page));
    }

    private static FetchNode root(FetchNode fetch) {
        return fetch.source instanceof FetchSource.NestedRows nested ? root(nested.parent()) : fetch;
    }

    private Object[] cells(FetchNode fetch, Object[] row) {
        loaded.rows++;
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < fetch.layout.size(); i++) {
            RowLayout.Cell cell = fetch.layout.cell(i);
            cells.add(row[fetch.entityType.place(cell.sql().substring(2))]);
        }
        if (fetch.cursors()) {
            cells.add(row[0]);
        }
        return cells.toArray();
    }
}
