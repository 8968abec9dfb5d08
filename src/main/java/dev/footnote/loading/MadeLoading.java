package dev.footnote.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Made;
import dev.footnote.graph.Noun;
import dev.footnote.plan.Loaded;
import dev.footnote.plan.Page;
import dev.footnote.question.Asked;
import dev.footnote.question.Fault;
import dev.footnote.question.Fetch;
import dev.footnote.question.Layout;
import dev.footnote.question.Refusal;
import dev.footnote.sql.Window;

/** Has rows made that no table holds, and keeps of them what is asked for. */
final class MadeLoading {

    private final Asked asked;
    private final Loaded loaded;
    /** By the fetch at the root, all that was made for it. */
    private final Map<Fetch, Map<Noun, List<Object[]>>> made = new HashMap<>();

    MadeLoading(Asked asked, Loaded loaded) {
        this.asked = asked;
        this.loaded = loaded;
    }

    void make(Fetch fetch, Fetch.Making making, Made.Reader reader) throws SQLException {
        made.put(fetch, made(fetch, making, reader));
        List<Object[]> rows = made.get(fetch).getOrDefault(fetch.noun, List.of());
        Window window = asked.window(fetch);
        Page page = new Page(window);
        loaded.put(fetch, Loaded.ROOT, page);
        page.total = rows.size();
        for (Object[] row : window == null ? rows : page(page, rows)) {
            page.rows.add(cells(fetch, row));
        }
    }

    private Map<Noun, List<Object[]>> made(Fetch fetch, Fetch.Making making, Made.Reader reader) throws SQLException {
        Made.Reader counting = (sql, values, row) -> reader.read(sql, values, one -> {
            loaded.cost++;
            row.read(one);
        });
        try {
            return making.root().made().make(asked.arguments(fetch.argument), counting);
        } catch (IllegalArgumentException e) {
            throw new Refusal(new Fault(Fault.Code.BAD_USER_INPUT, e.getMessage(),
                    List.of(fetch.argument.field().getSourceLocation())));
        }
    }

    /** The rows are in the order of their first column, which is what a cursor holds. */
    private static List<Object[]> page(Page page, List<Object[]> rows) {
        Window window = page.window;
        int low = window.after() == null ? 0
                : (int) rows.stream().filter(row -> ((String) row[0]).compareTo(window.after().get(0)) <= 0).count();
        int high = window.before() == null ? rows.size()
                : (int) rows.stream().filter(row -> ((String) row[0]).compareTo(window.before().get(0)) < 0).count();
        int size = Math.min(window.size(), Math.max(high - low, 0));
        page.more = low + size < high;
        return window.backward() ? rows.subList(high - size, high) : rows.subList(low, low + size);
    }

    void nested(Fetch fetch, Fetch.Nested nested) {
        int key = fetch.noun.place(nested.way().column());
        Map<Object, Page> pages = new HashMap<>();
        for (Object[] row : made.get(root(fetch)).getOrDefault(fetch.noun, List.of())) {
            pages.computeIfAbsent(row[key], parent -> new Page(null)).rows.add(cells(fetch, row));
        }
        pages.forEach((parent, page) -> loaded.put(fetch, parent, page));
    }

    private static Fetch root(Fetch fetch) {
        return fetch.anchor instanceof Fetch.Nested nested ? root(nested.parent()) : fetch;
    }

    private Object[] cells(Fetch fetch, Object[] row) {
        loaded.rows++;
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < fetch.layout.size(); i++) {
            Layout.Cell cell = fetch.layout.cell(i);
            cells.add(row[fetch.noun.place(cell.sql().substring(2))]);
        }
        if (fetch.cursors()) {
            cells.add(row[0]);
        }
        return cells.toArray();
    }
}
