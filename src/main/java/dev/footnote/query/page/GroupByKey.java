package dev.footnote.query.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.ValueType;

/**
 * A key that records are grouped by.
 *
 * @param path the to-one relations to the record that has the value
 * @param many the list on the path, or null; {@code path} ends before it and {@code behind} starts after it
 * @param behind the to-one relations that start from a record of that list
 * @param group the embedded group that has the value, or null
 * @param bucket the period that dates are grouped by; null for all other values
 * @param sql the value, over the tables that are grouped
 */
record GroupByKey(List<Attribute.ToOne> path, GroupByJoins.Many many, List<Attribute.ToOne> behind, Attribute.Embedded group,
        Attribute.Scalar value,
        DateBucket bucket, String sql) {

    /** The field path of the key, such as {@code report.organization.country}. */
    String name() {
        StringBuilder name = new StringBuilder();
        path.forEach(relation -> name.append(relation.name()).append('.'));
        if (many != null) {
            name.append(many.relation().name()).append('.');
        }
        behind.forEach(relation -> name.append(relation.name()).append('.'));
        return name.append(group == null ? "" : group.name() + ".").append(value.name()).toString();
    }

    ValueType domain() {
        return bucket == null ? value.domain() : ValueType.INTEGER;
    }

    boolean nullable() {
        return !path.isEmpty() || many != null || group != null || !value.required();
    }

    /** The condition on the record at the end of the path; on a record of the list if the path has a list. */
    private Map<String, Object> said(Object known) {
        if (known != null) {
            return around(behind, at(bucket == null ? Map.of("eq", known) : DateBucket.filter((Integer) known)));
        }
        return Map.of("not", around(behind, bucket == null ? at(Map.of("isNull", false)) : bucket.known(value)));
    }

    /** The filter if the path has no list. */
    Map<String, Object> plain(Object known) {
        return known != null ? around(path, said(known))
                : Map.of("not", around(path, bucket == null ? at(Map.of("isNull", false)) : bucket.known(value)));
    }

    /**
     * The filter for the records with a list entry that has all of these values at once.
     *
     * @param keys the keys that go through the same list
     */
    static Map<String, Object> filter(List<GroupByKey> keys, List<Object> values) {
        List<Map<String, Object>> said = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            said.add(keys.get(i).said(values.get(i)));
        }
        GroupByKey any = keys.get(0);
        String list = any.many().relation().name();
        Map<String, Object> all = Map.of("and", said);
        if (values.stream().anyMatch(value -> value != null)) {
            return around(any.path(), Map.of(list, Map.of("some", all)));
        }
        // records whose list is empty are included, and records that have no list
        return Map.of("not", around(any.path(), Map.of("and",
                List.of(Map.of(list, Map.of("some", Map.of())), Map.of(list, Map.of("none", all))))));
    }

    private Map<String, Object> at(Map<String, Object> said) {
        Map<String, Object> of = Map.of(value.name(), said);
        return group == null ? of : Map.of(group.name(), of);
    }

    private static Map<String, Object> around(List<Attribute.ToOne> path, Map<String, Object> filter) {
        Map<String, Object> around = filter;
        for (int i = path.size(); i > 0; i--) {
            around = Map.of(path.get(i - 1).name(), around);
        }
        return around;
    }
}
