package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SortKey;
import dev.footnote.query.execution.Records.Row;

/** Reference implementation of orders: by values, by those of related records, by counts, by sums. */
final class NaiveOrder {

    private final Records records;
    private final NaiveFilter filters;

    NaiveOrder(Records records, NaiveFilter filters) {
        this.records = records;
        this.filters = filters;
    }

    /** @param value of a record, null where it is unknown */
    private record Key(Function<Row, Object> value, boolean descending, boolean nullsFirst) {

        static Key directed(Function<Row, Object> value, Object direction) {
            return new Key(value, NaiveOrder.descending(direction), NaiveOrder.nullsFirst(direction));
        }

        /** Looked up once for each record, because it may take long. */
        Key kept() {
            Map<Row, Optional<Object>> kept = new IdentityHashMap<>();
            return new Key(row -> kept.computeIfAbsent(row, one -> Optional.ofNullable(value.apply(one))).orElse(null),
                    descending, nullsFirst);
        }
    }

    @SuppressWarnings("unchecked")
    Comparator<Row> of(EntityType entityType, Map<String, Object> arguments, List<SortKey> defaultValue) {
        List<Map<String, Object>> asked = (List<Map<String, Object>>) arguments.get("orderBy");
        List<Key> keys = new ArrayList<>();
        if (asked == null || asked.isEmpty()) {
            defaultValue.forEach(
                    key -> keys.add(new Key(row -> defaultValue(row, key.attribute()), key.descending(), key.nullsFirst())));
        } else {
            asked.forEach(key -> keys.add(key(entityType, key)));
        }
        Comparator<Row> order = (left, right) -> 0;
        for (Key key : keys) {
            order = order.thenComparing(key.kept().value(), compared(key.descending(), key.nullsFirst()));
        }
        Comparator<Row> last = Comparator.comparing(Row::id);
        boolean descending = !keys.isEmpty() && keys.get(keys.size() - 1).descending();
        return order.thenComparing(descending ? last.reversed() : last);
    }

    /** What roles are ordered by is said by no field of theirs. */
    private static Object defaultValue(Row row, String key) {
        Map<String, Object> values = row.values();
        return switch (key) {
            case "over" -> values.get("to") != null || Boolean.TRUE.equals(values.get("ended"));
            case "latest" -> values.get("from") != null ? values.get("from")
                    : values.get("heldOn") != null ? values.get("heldOn") : values.get("to");
            default -> values.get(key);
        };
    }

    static boolean descending(Object direction) {
        return ((String) direction).startsWith("DESC");
    }

    static boolean nullsFirst(Object direction) {
        return ((String) direction).endsWith("FIRST");
    }

    Comparator<Object> compared(boolean descending, boolean nullsFirst) {
        Comparator<Object> known = descending ? (left, right) -> records.compare(right, left) : records::compare;
        return nullsFirst ? Comparator.nullsFirst(known) : Comparator.nullsLast(known);
    }

    @SuppressWarnings("unchecked")
    private Key key(EntityType entityType, Map<String, Object> key) {
        Map.Entry<String, Object> only = key.entrySet().iterator().next();
        Attribute attribute = entityType.attribute(only.getKey());
        if (attribute instanceof Attribute.ToOne relation) {
            EntityType target = records.metamodel().entityType(relation.target());
            Key theirs = key(target, (Map<String, Object>) only.getValue()).kept();
            return new Key(row -> of(records.one(target, row.value(relation)), theirs), theirs.descending(),
                    theirs.nullsFirst());
        }
        if (attribute instanceof Attribute.Embedded) {
            Map<String, Object> how = (Map<String, Object>) only.getValue();
            return Key.directed(row -> amount(row, attribute.name(), how), how.get("direction"));
        }
        return attribute instanceof Attribute.ToMany relation ? many(relation, (Map<String, Object>) only.getValue())
                : Key.directed(row -> row.value(attribute), only.getValue());
    }

    /** What is missing has nothing that is known. */
    private static Object of(Row row, Key key) {
        return row == null ? null : key.value().apply(row);
    }

    @SuppressWarnings("unchecked")
    private Key many(Attribute.ToMany relation, Map<String, Object> order) {
        EntityType entityType = records.metamodel().entityType(relation.target());
        Predicate<Row> counted = filters.of(entityType, order.get("of"));
        Function<Row, List<Row>> children = row -> filters.children(row, relation).stream().filter(counted).toList();
        if (order.get("count") != null) {
            return Key.directed(row -> children.apply(row).size(), order.get("count"));
        }
        Map.Entry<String, Object> sum = ((Map<String, Object>) order.get("sum")).entrySet().iterator().next();
        Map<String, Object> asked = (Map<String, Object>) sum.getValue();
        return Key.directed(row -> sum(children.apply(row), sum.getKey(), asked), asked.get("direction"));
    }

    /** The sum of those values that are in the unit and the currency asked for; null when there are none. */
    static BigDecimal sum(List<Row> rows, String field, Map<String, Object> asked) {
        return rows.stream().map(row -> amount(row, field, asked)).filter(Objects::nonNull).reduce(BigDecimal::add)
                .orElse(null);
    }

    private static BigDecimal amount(Row row, String field, Map<String, Object> asked) {
        if (row.values().get(field) instanceof Map<?, ?> money) {
            return money.get("currency").equals(asked.get("currency")) ? (BigDecimal) money.get("amount") : null;
        }
        boolean same = row.entityType().attribute(field) instanceof Attribute.Scalar
                && asked.get("unit").equals(row.values().get("unit"))
                && Objects.equals(asked.get("currency"), row.values().get("currency"));
        return same ? (BigDecimal) row.values().get(field) : null;
    }
}
