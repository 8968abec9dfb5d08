package dev.footnote.grouping;

import java.util.List;
import java.util.Map;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;

/**
 * What records are grouped by.
 *
 * @param path the to-one relations that lead to the record which has the value
 * @param group the group of values that has the value, or null
 * @param bucket what a date is grouped by; null for all else
 * @param sql the value, over the tables that are grouped
 */
record GroupKey(List<Member.ToOne> path, Member.Group group, Member.Value value, Bucket bucket, String sql) {

    /** The fields that lead to it, such as {@code report.organization.country}. */
    String name() {
        StringBuilder name = new StringBuilder();
        path.forEach(way -> name.append(way.name()).append('.'));
        return name.append(group == null ? "" : group.name() + ".").append(value.name()).toString();
    }

    Domain domain() {
        return bucket == null ? value.domain() : Domain.INTEGER;
    }

    boolean nullable() {
        return !path.isEmpty() || group != null || !value.required();
    }

    /** The filter that leads to the records of which the key has the value. */
    Map<String, Object> filter(Object known) {
        if (known == null) {
            return Map.of("not", around(bucket == null ? at(Map.of("isNull", false)) : bucket.known(value)));
        }
        return around(at(bucket == null ? Map.of("eq", known) : Bucket.filter((Integer) known)));
    }

    private Map<String, Object> at(Map<String, Object> said) {
        Map<String, Object> of = Map.of(value.name(), said);
        return group == null ? of : Map.of(group.name(), of);
    }

    private Map<String, Object> around(Map<String, Object> filter) {
        Map<String, Object> around = filter;
        for (int i = path.size(); i > 0; i--) {
            around = Map.of(path.get(i - 1).name(), around);
        }
        return around;
    }
}
