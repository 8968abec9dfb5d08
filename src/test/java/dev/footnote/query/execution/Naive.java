package dev.footnote.query.execution;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SortKey;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.execution.Records.Row;

/** Reference implementation of lists and pages, record by record. */
final class Naive {

    private final Records records;
    private final HeldRequests held;
    private final NaiveFilter filters;

    Naive(Records records) {
        this(records, HeldRequests.EVER);
    }

    private Naive(Records records, HeldRequests held) {
        this.records = records;
        this.held = held;
        this.filters = new NaiveFilter(records, held);
    }

    NaiveWalk walk() {
        return new NaiveWalk(records, held);
    }

    Records records() {
        return records;
    }

    /** The same at the time that a field with these arguments asks about. */
    Naive at(Map<String, Object> arguments) {
        HeldRequests asked = held.asked(arguments);
        return asked.equals(held) ? this : new Naive(records, asked);
    }

    /** @param total how many records the whole list has */
    record Slice<T>(List<T> rows, int total, boolean hasPrevious, boolean hasNext) {
    }

    /** All records of a list that held and that the filter lets through, in order. */
    List<Row> list(List<Row> rows, EntityType entityType, Map<String, Object> arguments, List<SortKey> defaultValue) {
        return list(rows, null, entityType, arguments, defaultValue);
    }

    /** @param relation by which they hang on another record; null where they hang on none */
    List<Row> list(List<Row> rows, Attribute.ToMany relation, EntityType entityType, Map<String, Object> arguments,
            List<SortKey> defaultValue) {
        return rows.stream().filter(row -> held.by(row, relation, records))
                .filter(filters.of(entityType, arguments.get("filter")))
                .sorted(order(entityType, arguments, defaultValue)).toList();
    }

    Comparator<Row> order(EntityType entityType, Map<String, Object> arguments, List<SortKey> defaultValue) {
        return new NaiveOrder(records, filters).of(entityType, arguments, defaultValue);
    }

    List<NaiveGroups.Group> groups(List<Row> list, EntityType entityType, Map<String, Object> arguments) {
        return new NaiveGroups(records, filters, new NaiveOrder(records, filters)).of(entityType, list, arguments);
    }

    /**
     * A page of a list.
     *
     * @param after the record behind which the page lies, which need not be in this list; or null
     * @param before the record ahead of which the page lies; or null
     */
    static Slice<Row> page(List<Row> list, Comparator<Row> order, Map<String, Object> arguments, Row after, Row before) {
        int low = after == null ? 0 : (int) list.stream().filter(row -> order.compare(row, after) <= 0).count();
        int high = before == null ? list.size() : (int) list.stream().filter(row -> order.compare(row, before) < 0).count();
        return page(list, low, Math.max(low, high), arguments);
    }

    /** A page of what lies between two places of a list. */
    static <T> Slice<T> page(List<T> list, int low, int high, Map<String, Object> arguments) {
        int offset = arguments.get("offset") == null ? 0 : (Integer) arguments.get("offset");
        int start;
        int end;
        if (arguments.get("last") != null) {
            end = Math.max(high - offset, low);
            start = Math.max(end - (Integer) arguments.get("last"), low);
        } else {
            Object first = arguments.get("first");
            start = Math.min(low + offset, high);
            end = Math.min(start + (first == null ? QueryLimits.USUAL_PAGE : (Integer) first), high);
        }
        // an empty page is taken to have passed what it was told to skip, whether or not that was there
        boolean skipped = start == end && offset > 0;
        boolean backward = arguments.get("last") != null;
        return new Slice<>(list.subList(start, end), list.size(), start > 0 || skipped && !backward,
                end < list.size() || skipped && backward);
    }
}
