package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;

/** Reference implementation of groups. */
final class NaiveGroups {

    private final Records records;
    private final NaiveFilter filters;
    private final NaiveOrder orders;

    NaiveGroups(Records records, NaiveFilter filters, NaiveOrder orders) {
        this.records = records;
        this.filters = filters;
        this.orders = orders;
    }

    /** @param keys what all of its records have, in the order of the keys asked for; null where it is unknown */
    record Group(EntityType entityType, List<Key> by, List<Object> keys, List<Row> rows) {

        /** What stands in the key where these fields lead to; null where it is not grouped by. */
        Object shown(List<String> path) {
            for (int i = 0; i < by.size(); i++) {
                if (by.get(i).path().equals(path)) {
                    return keys.get(i) instanceof Bucket bucket ? bucket.shown() : keys.get(i);
                }
            }
            return null;
        }
    }

    /**
     * @param path the names of the fields that lead to the value
     * @param list the list that lies on the way, or null
     * @param value of the record, and of one in that list where there is one
     */
    private record Key(List<String> path, Many list, BiFunction<Row, Row, Object> value) {
    }

    /** @param path the names of the fields that lead to the list */
    private record Many(List<String> path, Function<Row, List<Row>> rows) {
    }

    /** A year, a quarter or a month by its first month. */
    private record Bucket(String size, int year, int month) implements Comparable<Bucket> {

        /** @return null when the date is not known so exactly */
        static Bucket of(Day day, String size) {
            Bucket first = of(day.earliest(), size);
            return first.equals(of(day.latest(), size)) ? first : null;
        }

        private static Bucket of(LocalDate day, String size) {
            int month = day.getMonthValue();
            return new Bucket(size, day.getYear(), switch (size) {
                case "MONTH" -> month;
                case "QUARTER" -> month - (month - 1) % 3;
                default -> 1;
            });
        }

        Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("year", year);
            shown.put("quarter", size.equals("YEAR") ? null : (month + 2) / 3);
            shown.put("month", size.equals("MONTH") ? month : null);
            return shown;
        }

        @Override
        public int compareTo(Bucket other) {
            return Comparator.comparing(Bucket::year).thenComparing(Bucket::month).compare(this, other);
        }
    }

    /** All groups of a list in order. */
    @SuppressWarnings("unchecked")
    List<Group> of(EntityType entityType, List<Row> rows, Map<String, Object> arguments) {
        List<Key> keys = ((List<Map<String, Object>>) arguments.get("by")).stream().map(by -> key(entityType, by)).toList();
        Comparator<List<Object>> byKeys = byKeys(keys.size(), false, false);
        Map<List<Object>, List<Row>> groups = new TreeMap<>(byKeys);
        for (Row row : rows) {
            values(keys, row, byKeys).forEach(values -> groups.computeIfAbsent(values, one -> new ArrayList<>()).add(row));
        }
        List<Group> kept = new ArrayList<>();
        groups.forEach((values, attributes) -> kept.add(new Group(entityType, keys, values, attributes)));
        kept.removeIf(group -> !having(group, (Map<String, Object>) arguments.get("having")));
        kept.sort(order((List<Map<String, Object>>) arguments.get("orderBy"), keys.size()));
        return kept;
    }

    /** What a record has, once for each choice of one record out of every list that lies on the way of a key. */
    private static Set<List<Object>> values(List<Key> keys, Row row, Comparator<List<Object>> byKeys) {
        Map<List<String>, Many> lists = new LinkedHashMap<>();
        keys.stream().map(Key::list).filter(Objects::nonNull).forEach(list -> lists.putIfAbsent(list.path(), list));
        List<Map<List<String>, Row>> choices = new ArrayList<>(List.of(Map.of()));
        for (Many list : lists.values()) {
            List<Row> rows = new ArrayList<>(list.rows().apply(row));
            if (rows.isEmpty()) {
                rows.add(null);
            }
            choices = choices.stream().flatMap(choice -> rows.stream().map(one -> {
                Map<List<String>, Row> more = new HashMap<>(choice);
                more.put(list.path(), one);
                return more;
            })).collect(Collectors.toList());
        }
        Set<List<Object>> all = new TreeSet<>(byKeys);
        for (Map<List<String>, Row> choice : choices) {
            List<Object> values = new ArrayList<>();
            keys.forEach(key -> values.add(key.value().apply(row, key.list() == null ? null : choice.get(key.list().path()))));
            all.add(values);
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private Key key(EntityType entityType, Map<String, Object> by) {
        Map.Entry<String, Object> only = by.entrySet().iterator().next();
        Attribute attribute = entityType.attribute(only.getKey());
        if (attribute instanceof Attribute.ToOne relation) {
            EntityType target = records.metamodel().entityType(relation.target());
            Key theirs = key(target, (Map<String, Object>) only.getValue());
            Many list = theirs.list() == null ? null : new Many(behind(attribute, theirs.list().path()), row -> {
                Row one = records.one(target, row.value(relation));
                return one == null ? List.of() : theirs.list().rows().apply(one);
            });
            return new Key(behind(attribute, theirs.path()), list, (row, chosen) -> {
                Row one = records.one(target, row.value(relation));
                return one == null ? null : theirs.value().apply(one, chosen);
            });
        }
        if (attribute instanceof Attribute.ToMany relation) {
            Key theirs = key(records.metamodel().entityType(relation.target()), (Map<String, Object>) only.getValue());
            return new Key(behind(attribute, theirs.path()),
                    new Many(List.of(attribute.name()), row -> filters.children(row, relation)),
                    (row, chosen) -> chosen == null ? null : theirs.value().apply(chosen, null));
        }
        if (attribute instanceof Attribute.Embedded) {
            String part = ((Map<String, Object>) only.getValue()).keySet().iterator().next();
            return new Key(List.of(attribute.name(), part), null,
                    (row, chosen) -> row.value(attribute) == null ? null : ((Map<?, ?>) row.value(attribute)).get(part));
        }
        return new Key(List.of(attribute.name()), null, (row, chosen) -> row.value(attribute) instanceof Day day
                ? Bucket.of(day, (String) only.getValue())
                : plain(row.value(attribute)));
    }

    private static List<String> behind(Attribute attribute, List<String> path) {
        List<String> all = new ArrayList<>(List.of(attribute.name()));
        all.addAll(path);
        return all;
    }

    /** Equal numbers are one key, whatever number of zeros they were written with. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    @SuppressWarnings("unchecked")
    private boolean having(Group group, Map<String, Object> having) {
        if (having == null) {
            return true;
        }
        boolean counted = having.get("count") == null
                || filters.hold(group.rows().size(), (Map<String, Object>) having.get("count"));
        if (having.get("sum") == null) {
            return counted;
        }
        Map.Entry<String, Object> sum = ((Map<String, Object>) having.get("sum")).entrySet().iterator().next();
        Map<String, Object> asked = (Map<String, Object>) sum.getValue();
        return counted && filters.hold(NaiveOrder.sum(group.rows(), sum.getKey(), asked),
                (Map<String, Object>) asked.get("is"));
    }

    private Comparator<List<Object>> byKeys(int size, boolean descending, boolean nullsFirst) {
        Comparator<List<Object>> order = (left, right) -> 0;
        for (int i = 0; i < size; i++) {
            int place = i;
            order = order.thenComparing(keys -> keys.get(place), orders.compared(descending, nullsFirst));
        }
        return order;
    }

    @SuppressWarnings("unchecked")
    private Comparator<Group> order(List<Map<String, Object>> asked, int size) {
        Comparator<Group> order = (left, right) -> 0;
        for (Map<String, Object> key : asked == null ? List.<Map<String, Object>> of() : asked) {
            Map.Entry<String, Object> only = key.entrySet().iterator().next();
            order = order.thenComparing(switch (only.getKey()) {
                case "key" -> Comparator.comparing(Group::keys, byKeys(size, NaiveOrder.descending(only.getValue()),
                        NaiveOrder.nullsFirst(only.getValue())));
                case "count" -> by(group -> group.rows().size(), only.getValue());
                default -> bySum(((Map<String, Object>) only.getValue()).entrySet().iterator().next());
            });
        }
        return order.thenComparing(Group::keys, byKeys(size, false, false));
    }

    @SuppressWarnings("unchecked")
    private Comparator<Group> bySum(Map.Entry<String, Object> sum) {
        Map<String, Object> asked = (Map<String, Object>) sum.getValue();
        return by(group -> NaiveOrder.sum(group.rows(), sum.getKey(), asked), asked.get("direction"));
    }

    private Comparator<Group> by(Function<Group, Object> value, Object direction) {
        return Comparator.comparing(value,
                orders.compared(NaiveOrder.descending(direction), NaiveOrder.nullsFirst(direction)));
    }
}
