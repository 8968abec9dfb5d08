package dev.footnote.query.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.output.ResultWriter;
import dev.footnote.query.output.ResultWriter.Name;

/** Writer for one field of the response, from the data that was read. */
@FunctionalInterface
public interface FieldWriter {

    /**
     * Writes the field.
     *
     * @param page the page that is being written, or null above and outside of pages
     * @param row the record that is being written, or null above records
     */
    void write(ResultWriter out, FetchResults loaded, ResultPage page, Object[] row);

    static void object(ResultWriter out, String type, List<FieldWriter> parts, FetchResults loaded, ResultPage page,
            Object[] row) {
        out.openObject(type);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write(out, loaded, page, row);
        }
        out.closeObject();
    }

    static FieldWriter constant(Name name, Object value) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(value);
        };
    }

    static FieldWriter value(Name name, int cell) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(row[cell]);
        };
    }

    /** Writes a number that is computed from some cells of the row; null if one of them is null. */
    static FieldWriter computed(Name name, List<Integer> cells, Function<List<BigDecimal>, BigDecimal> formula) {
        return (out, loaded, page, row) -> {
            List<BigDecimal> operands = new ArrayList<>();
            for (int cell : cells) {
                if (row[cell] != null) {
                    operands.add(new BigDecimal((String) row[cell]));
                }
            }
            out.name(name);
            out.value(operands.size() < cells.size() ? null : ValueType.plain(formula.apply(operands)));
        };
    }

    /** Writes an object from the same row; null if the cell that indicates its presence is null. */
    static FieldWriter inner(Name name, int presence, String type, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            if (row[presence] == null) {
                out.value(null);
            } else {
                object(out, type, parts, loaded, page, row);
            }
        };
    }

    /** Writes the page of the record's children. */
    static FieldWriter children(Name name, FetchNode fetch, int key, List<FieldWriter> parts) {
        String type = fetch.entityType.type() + "Connection";
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, loaded.page(fetch, row[key]), null);
        };
    }

    /** Writes the page of a root list. */
    static FieldWriter listing(Name name, FetchNode fetch, List<FieldWriter> parts) {
        String type = fetch.entityType.type() + (fetch.entityType.isMade() ? "Page" : "Connection");
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, loaded.page(fetch, FetchResults.ROOT), null);
        };
    }

    /** Writes the single record that was read for a key; null if there is none. */
    static void record(ResultWriter out, FetchNode fetch, List<FieldWriter> parts, FetchResults loaded, Object key) {
        List<Object[]> rows = loaded.page(fetch, key).rows;
        if (rows.isEmpty()) {
            out.value(null);
        } else {
            object(out, fetch.entityType.type(), parts, loaded, null, rows.get(0));
        }
    }

    static FieldWriter lookup(Name name, FetchNode fetch, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            record(out, fetch, parts, loaded, FetchResults.ROOT);
        };
    }

    /** How to read and write one entity type of an interface. */
    record TypeBranch(FetchNode fetch, List<FieldWriter> parts) {
    }

    static FieldWriter named(Name name, int kind, int key, Map<String, TypeBranch> relations) {
        return (out, loaded, page, row) -> {
            out.name(name);
            TypeBranch relation = relations.get((String) row[kind]);
            record(out, relation.fetch(), relation.parts(), loaded, row[key]);
        };
    }

    /** Writes records by the global ids in an argument. */
    static FieldWriter byIds(Name name, FieldArguments argument, boolean single, Map<String, TypeBranch> relations) {
        return (out, loaded, page, row) -> {
            out.name(name);
            List<GlobalId> ids = loaded.ids(argument);
            if (single) {
                byId(out, loaded, ids.get(0), relations);
                return;
            }
            out.openList();
            for (GlobalId id : ids) {
                out.element();
                byId(out, loaded, id, relations);
            }
            out.closeList();
        };
    }

    private static void byId(ResultWriter out, FetchResults loaded, GlobalId id, Map<String, TypeBranch> relations) {
        TypeBranch relation = relations.get(id.kind());
        if (relation == null) {
            out.value(null);
        } else {
            record(out, relation.fetch(), relation.parts(), loaded, id.slug());
        }
    }

    static FieldWriter rows(Name name, String type, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            elements(out, type, parts, loaded, page);
        };
    }

    /** Writes all rows that belong to a row. */
    static FieldWriter list(Name name, FetchNode fetch, int key, List<FieldWriter> parts) {
        String type = fetch.entityType.type();
        return (out, loaded, page, row) -> {
            out.name(name);
            elements(out, type, parts, loaded, loaded.page(fetch, row[key]));
        };
    }

    /** Writes all rows of a page as a list of objects. */
    static void elements(ResultWriter out, String type, List<FieldWriter> parts, FetchResults loaded, ResultPage page) {
        out.openList();
        for (int i = 0; i < page.rows.size(); i++) {
            out.element();
            object(out, type, parts, loaded, page, page.rows.get(i));
        }
        out.closeList();
    }

    /** Writes an object from the same row that is always present. */
    static FieldWriter within(Name name, String type, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, page, row);
        };
    }

    static FieldWriter node(Name name, String type, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, type, parts, loaded, null, row);
        };
    }

    static FieldWriter cursor(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.cursor(row));
        };
    }

    static FieldWriter total(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.total);
        };
    }

    static FieldWriter pageInfo(Name name, List<FieldWriter> parts) {
        return (out, loaded, page, row) -> {
            out.name(name);
            object(out, "PageInfo", parts, loaded, page, null);
        };
    }

    static FieldWriter hasNext(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.hasNext());
        };
    }

    static FieldWriter hasPrevious(Name name) {
        return (out, loaded, page, row) -> {
            out.name(name);
            out.value(page.hasPrevious());
        };
    }

    static FieldWriter boundary(Name name, boolean start) {
        return (out, loaded, page, row) -> {
            out.name(name);
            int size = page.rows.size();
            out.value(size == 0 ? null : page.cursor(page.rows.get(start ? 0 : size - 1)));
        };
    }
}
