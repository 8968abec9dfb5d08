package dev.footnote.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;
import dev.footnote.limit.Limits;

/** Lists and pages as the descriptions of the schema say, one record after the other and without haste. */
final class Naive {

    private final Records records;
    private final Held held;
    private final NaiveFilter filters;

    Naive(Records records) {
        this(records, Held.EVER);
    }

    private Naive(Records records, Held held) {
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
        Held asked = held.asked(arguments);
        return asked.equals(held) ? this : new Naive(records, asked);
    }

    /** @param total how many records the whole list has */
    record Slice<T>(List<T> rows, int total, boolean hasPrevious, boolean hasNext) {
    }

    /** All records of a list that held and that the filter lets through, in order. */
    List<Row> list(List<Row> rows, Noun noun, Map<String, Object> arguments, List<Order> usual) {
        return list(rows, null, noun, arguments, usual);
    }

    /** @param way by which they hang on another record; null where they hang on none */
    List<Row> list(List<Row> rows, Member.ToMany way, Noun noun, Map<String, Object> arguments, List<Order> usual) {
        return rows.stream().filter(row -> held.by(row, way, records)).filter(filters.of(noun, arguments.get("filter")))
                .sorted(order(noun, arguments, usual)).toList();
    }

    Comparator<Row> order(Noun noun, Map<String, Object> arguments, List<Order> usual) {
        return new NaiveOrder(records, filters).of(noun, arguments, usual);
    }

    List<NaiveGroups.Group> groups(List<Row> list, Noun noun, Map<String, Object> arguments) {
        return new NaiveGroups(records, filters, new NaiveOrder(records, filters)).of(noun, list, arguments);
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
            end = Math.min(start + (first == null ? Limits.USUAL_PAGE : (Integer) first), high);
        }
        // an empty page is taken to have passed what it was told to skip, whether or not that was there
        boolean skipped = start == end && offset > 0;
        boolean backward = arguments.get("last") != null;
        return new Slice<>(list.subList(start, end), list.size(), start > 0 || skipped && !backward,
                end < list.size() || skipped && backward);
    }
}
