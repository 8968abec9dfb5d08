package dev.footnote.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import dev.footnote.graph.NodeId;
import dev.footnote.json.Output;
import dev.footnote.json.Output.Name;
import dev.footnote.question.Argument;
import dev.footnote.question.Fetch;

/** One field of an answer, ready to be written from what was read. */
@FunctionalInterface
public interface Part {

    /**
     * @param page the page that is being written, or null above and outside of pages
     * @param row the record that is being written, or null above records
     */
    void write(Output out, Loaded loaded, Page page, Object[] row);

    static void object(Output out, String type, List<Part> parts, Loaded loaded, Page page, Object[] row) {
        out.openObject(type);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write(out, loaded, page, row);
        }
        out.closeObject();
    }

    static Part constant(Name name, Object value) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(value);
        };
    }

    static Part value(Name name, int cell) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(row[cell]);
        };
    }

    /** A number that is computed from some cells of the row; null where one of them is. */
    static Part computed(Name name, List<Integer> cells, Member.Formula formula) {
        return (out, loaded, page, row) -> {
            List<BigDecimal> operands = new ArrayList<>();
            for (int cell : cells) {
                if (row[cell] != null) {
                    operands.add(new BigDecimal((String) row[cell]));
                }
            }
            out.name(name);
            out.value(operands.size() < cells.size() ? null : Domain.plain(formula.of(operands)));
        };
    }

    /** An object in the same row, null where the cell that shows its presence is. */
    static Part inner(Name name, int presence, String type, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            if (row[presence] == null) {
                out.value(null);
            } else {
                object(out, type, parts, loaded, page, row);
            }
        };
    }

    /** The page of children that hang on the record. */
    static Part children(Name name, Fetch fetch, int key, List<Part> parts) {
        String type = fetch.noun.type() + "Connection";
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, loaded.page(fetch, row[key]), null);
        };
    }

    /** The page of a list at the root. */
    static Part listing(Name name, Fetch fetch, List<Part> parts) {
        String type = fetch.noun.type() + (fetch.noun.isMade() ? "Page" : "Connection");
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, loaded.page(fetch, Loaded.ROOT), null);
        };
    }

    /** The only record that was read for a key, null where there is none. */
    static void record(Output out, Fetch fetch, List<Part> parts, Loaded loaded, Object key) {
        List<Object[]> rows = loaded.page(fetch, key).rows;
        if (rows.isEmpty()) {
            out.value(null);
        } else {
            object(out, fetch.noun.type(), parts, loaded, null, rows.get(0));
        }
    }

    static Part lookup(Name name, Fetch fetch, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            record(out, fetch, parts, loaded, Loaded.ROOT);
        };
    }

    /** A record of any kind, as its kind is asked for. */
    record Way(Fetch fetch, List<Part> parts) {
    }

    static Part named(Name name, int kind, int key, Map<String, Way> ways) {
        return (out, loaded, page, row) -> {
            out.name(name);
            Way way = ways.get((String) row[kind]);
            record(out, way.fetch(), way.parts(), loaded, row[key]);
        };
    }

    /** Records by the global ids that an argument names. */
    static Part byIds(Name name, Argument argument, boolean single, Map<String, Way> ways) {
        return (out, loaded, page, row) -> {
            out.name(name);
            List<NodeId> ids = loaded.ids(argument);
            if (single) {
                byId(out, loaded, ids.get(0), ways);
                return;
            }
            out.openList();
            for (NodeId id : ids) {
                out.element();
                byId(out, loaded, id, ways);
            }
            out.closeList();
        };
    }

    private static void byId(Output out, Loaded loaded, NodeId id, Map<String, Way> ways) {
        Way way = ways.get(id.kind());
        if (way == null) {
            out.value(null);
        } else {
            record(out, way.fetch(), way.parts(), loaded, id.slug());
        }
    }

    static Part rows(Name name, String type, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            elements(out, type, parts, loaded, page);
        };
    }

    /** All rows that hang on a row. */
    static Part list(Name name, Fetch fetch, int key, List<Part> parts) {
        String type = fetch.noun.type();
        return (out, loaded, page, row) -> {
            out.name(name);
            elements(out, type, parts, loaded, loaded.page(fetch, row[key]));
        };
    }

    /** All rows of a page, as a list of objects. */
    static void elements(Output out, String type, List<Part> parts, Loaded loaded, Page page) {
        out.openList();
        for (int i = 0; i < page.rows.size(); i++) {
            out.element();
            object(out, type, parts, loaded, page, page.rows.get(i));
        }
        out.closeList();
    }

    /** An object in the same row that is always there. */
    static Part within(Name name, String type, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, page, row);
        };
    }

    static Part node(Name name, String type, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, null, row);
        };
    }

    static Part cursor(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.cursor(row));
        };
    }

    static Part total(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.total);
        };
    }

    static Part pageInfo(Name name, List<Part> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, "PageInfo", parts, loaded, page, null);
        };
    }

    static Part hasNext(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.hasNext());
        };
    }

    static Part hasPrevious(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.hasPrevious());
        };
    }

    static Part boundary(Name name, boolean start) {
        return (out, loaded, page, row) -> {
            out.name(name);
            int size = page.rows.size();
            out.value(size == 0 ? null : page.cursor(page.rows.get(start ? 0 : size - 1)));
        };
    }
}
