package dev.footnote.answer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.footnote.answer.Records.Day;
import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;
import dev.footnote.limit.Limits;
import dev.footnote.value.PartialDate;

/** Filters, orders and pages as the descriptions of the schema say, one record after the other and without haste. */
final class Naive {

    private final Records records;

    Naive(Records records) {
        this.records = records;
    }

    /** @param total how many records the whole list has */
    record Slice(List<Row> rows, int total, boolean hasPrevious, boolean hasNext) {
    }

    /** All records of a list that the filter lets through, in order. */
    List<Row> list(List<Row> rows, Noun noun, Map<String, Object> arguments, List<Order> usual) {
        return rows.stream().filter(filter(noun, arguments.get("filter"))).sorted(order(noun, arguments, usual)).toList();
    }

    /**
     * A page of a list.
     *
     * @param after the record behind which the page lies, which need not be in this list; or null
     * @param before the record ahead of which the page lies; or null
     */
    Slice page(List<Row> list, Comparator<Row> order, Map<String, Object> arguments, Row after, Row before) {
        int low = after == null ? 0 : (int) list.stream().filter(row -> order.compare(row, after) <= 0).count();
        int high = before == null ? list.size() : (int) list.stream().filter(row -> order.compare(row, before) < 0).count();
        high = Math.max(low, high);
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
        return new Slice(list.subList(start, end), list.size(), start > 0 || skipped && !backward,
                end < list.size() || skipped && backward);
    }

    @SuppressWarnings("unchecked")
    Comparator<Row> order(Noun noun, Map<String, Object> arguments, List<Order> usual) {
        List<Map<String, String>> keys = (List<Map<String, String>>) arguments.get("orderBy");
        Comparator<Row> order = (left, right) -> 0;
        boolean descending = false;
        if (keys == null || keys.isEmpty()) {
            for (Order key : usual) {
                order = order.thenComparing(key(noun.value(key.member()), key.descending(), key.nullsFirst()));
                descending = key.descending();
            }
        } else {
            for (Map<String, String> key : keys) {
                Map.Entry<String, String> only = key.entrySet().iterator().next();
                descending = only.getValue().startsWith("DESC");
                order = order.thenComparing(key(noun.value(only.getKey()), descending, only.getValue().endsWith("FIRST")));
            }
        }
        Comparator<Row> last = Comparator.comparing(Row::id);
        return order.thenComparing(descending ? last.reversed() : last);
    }

    private Comparator<Row> key(Member.Value value, boolean descending, boolean nullsFirst) {
        Comparator<Object> known = descending ? (left, right) -> records.compare(right, left) : records::compare;
        Comparator<Object> all = nullsFirst ? Comparator.nullsFirst(known) : Comparator.nullsLast(known);
        return (left, right) -> all.compare(left.value(value), right.value(value));
    }

    @SuppressWarnings("unchecked")
    private Predicate<Row> filter(Noun noun, Object filter) {
        Predicate<Row> all = row -> true;
        for (Map.Entry<String, Object> part : (filter == null ? Map.<String, Object> of() : (Map<String, Object>) filter)
                .entrySet()) {
            all = all.and(switch (part.getKey()) {
                case "and" -> ((List<Object>) part.getValue()).stream().map(one -> filter(noun, one)).reduce(row -> true,
                        Predicate::and);
                case "or" -> ((List<Object>) part.getValue()).stream().map(one -> filter(noun, one)).reduce(row -> false,
                        Predicate::or);
                case "not" -> filter(noun, part.getValue()).negate();
                default -> member(noun.member(part.getKey()), (Map<String, Object>) part.getValue());
            });
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private Predicate<Row> member(Member member, Map<String, Object> filter) {
        if (member instanceof Member.Value value) {
            return value(value, filter);
        }
        return ((Member.Group) member).values().stream().filter(part -> filter.containsKey(part.name()))
                .map(part -> value(part, (Map<String, Object>) filter.get(part.name()))).reduce(row -> true, Predicate::and);
    }

    private Predicate<Row> value(Member.Value member, Map<String, Object> operators) {
        return row -> operators.entrySet().stream()
                .allMatch(operator -> holds(row.anywhere(member), operator.getKey(), operator.getValue()));
    }

    private boolean holds(Object value, String operator, Object operand) {
        if (operator.equals("isNull")) {
            return (value == null) == (Boolean) operand;
        }
        if (operator.equals("not")) {
            return value == null || !same(value, operand);
        }
        if (value == null) {
            return false;
        }
        return switch (operator) {
            case "eq" -> same(value, operand);
            case "in" -> ((List<?>) operand).stream().anyMatch(one -> same(value, one));
            case "contains" -> ((String) value).contains((String) operand);
            case "startsWith" -> ((String) value).startsWith((String) operand);
            case "lt" -> records.compare(value, operand) < 0;
            case "lte" -> records.compare(value, operand) <= 0;
            case "gt" -> records.compare(value, operand) > 0;
            case "gte" -> records.compare(value, operand) >= 0;
            default -> dated((Day) value, operator, (PartialDate) operand);
        };
    }

    private static boolean same(Object value, Object operand) {
        if (value instanceof Day day) {
            return day.text().equals(((PartialDate) operand).text());
        }
        return value instanceof BigDecimal number ? number.compareTo((BigDecimal) operand) == 0 : value.equals(operand);
    }

    private static boolean dated(Day day, String operator, PartialDate operand) {
        boolean from = !day.earliest().isBefore(operand.earliest());
        boolean until = !day.latest().isAfter(operand.latest());
        return switch (operator) {
            case "before" -> day.latest().isBefore(operand.earliest());
            case "after" -> day.earliest().isAfter(operand.latest());
            case "from" -> from;
            case "until" -> until;
            case "within" -> from && until;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
