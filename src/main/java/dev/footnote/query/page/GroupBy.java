package dev.footnote.query.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.FilterContext;
import dev.footnote.query.sql.SqlBuilder;

/** The groups of one request: their keys, which groups are kept, and their order. */
public final class GroupBy {

    private static final int MOST_KEYS = 5;

    /** The most steps of a key. The filter of a group has as many steps and must itself be a valid argument. */
    private static final int MOST_STEPS = 5;

    private final List<GroupByKey> keys = new ArrayList<>();
    private final GroupByJoins joins = new GroupByJoins("b");
    private final AsOf asOf;
    private final GroupCondition having;
    private final GroupOrderBy order;
    /** The arguments except the page. */
    private final String seal;

    /**
     * Creates the groups.
     *
     * @param asOf the time for which relations are evaluated, or null for all times
     * @param arguments the arguments of the field {@code groups} on connections of the entity type
     * @throws IllegalArgumentException with a message for the client if the arguments are invalid
     */
    @SuppressWarnings("unchecked")
    public GroupBy(EntityType entityType, AsOf asOf, Map<String, Object> arguments) {
        this.asOf = asOf;
        List<Map<String, Object>> by = (List<Map<String, Object>>) arguments.get("by");
        if (by.isEmpty() || by.size() > MOST_KEYS) {
            throw new IllegalArgumentException(
                    "Records are grouped by 1 to " + MOST_KEYS + " keys, and by has " + by.size() + ".");
        }
        by.forEach(key -> add(new Place(entityType, "t", List.of(), null, List.of()), key));
        Map<String, Object> kept = (Map<String, Object>) Objects.requireNonNullElse(arguments.get("having"), Map.of());
        this.having = GroupCondition.parse(entityType, kept);
        List<Map<String, Object>> orders = (List<Map<String, Object>>) Objects
                .requireNonNullElse(arguments.get("orderBy"), List.of());
        this.order = new GroupOrderBy(entityType, keys, orders);
        this.seal = keys.stream().map(key -> key.name() + key.bucket()).toList() + kept.toString() + orders;
    }

    /** Where a key is read: the relations on its path, and the joined tables. */
    private record Place(EntityType entityType, String alias, List<Attribute.ToOne> path, GroupByJoins.Many many,
            List<Attribute.ToOne> behind) {

        /** @throws IllegalArgumentException if the path has no further step */
        Place next() {
            if (path.size() + behind.size() + (many == null ? 0 : 1) == MOST_STEPS) {
                throw new IllegalArgumentException("A key that records are grouped by leads through more than " + MOST_STEPS
                        + " relations. Ask for a nearer one.");
            }
            return this;
        }
    }

    @SuppressWarnings("unchecked")
    private void add(Place at, Map<String, Object> by) {
        Map.Entry<String, Object> part = by.entrySet().iterator().next();
        FilterableAttribute attribute = (FilterableAttribute) at.entityType().attribute(part.getKey());
        attribute.visit(value -> scalar(at, value, part.getValue()),
                group -> embedded(at, group, ((Map<String, Object>) part.getValue()).keySet().iterator().next()),
                relation -> add(behind(at.next(), relation), (Map<String, Object>) part.getValue()),
                relation -> add(behind(at.next(), relation), (Map<String, Object>) part.getValue()));
    }

    private void scalar(Place at, Attribute.Scalar value, Object by) {
        DateBucket bucket = value.domain() == ValueType.DATE ? DateBucket.valueOf((String) by) : null;
        add(at, null, value, bucket,
                bucket == null ? at.alias() + "." + value.served() : bucket.sql(at.alias() + "." + value.column()));
    }

    private void embedded(Place at, Attribute.Embedded group, String name) {
        Attribute.Scalar value = group.values().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        add(at, group, value, null, at.alias() + "." + value.served());
    }

    private Place behind(Place at, Attribute.ToOne relation) {
        EntityType target = at.entityType().target(relation.target());
        GroupByJoins tables = at.many() == null ? joins : at.many().inner();
        List<Attribute.ToOne> longer = new ArrayList<>(at.many() == null ? at.path() : at.behind());
        longer.add(relation);
        return new Place(target, tables.one(at.alias(), relation, target), at.many() == null ? longer : at.path(), at.many(),
                at.many() == null ? List.of() : longer);
    }

    private Place behind(Place at, Attribute.ToMany relation) {
        if (at.many() != null) {
            throw new IllegalArgumentException("A key that records are grouped by leads through the lists "
                    + at.many().relation().name() + " and " + relation.name()
                    + ". It may lead through one. Group other records.");
        }
        EntityType target = at.entityType().target(relation.target());
        GroupByJoins.Many many = joins.many(at.alias(), relation, target);
        return new Place(target, many.child(), at.path(), many, List.of());
    }

    private void add(Place at, Attribute.Embedded group, Attribute.Scalar value, DateBucket bucket, String sql) {
        GroupByKey key = new GroupByKey(at.path(), at.many(), at.behind(), group, value, bucket,
                at.many() == null ? sql : at.many().column(sql));
        if (place(key.name()) >= 0) {
            throw new IllegalArgumentException("Records are grouped by " + key.name() + " twice. Name it once.");
        }
        keys.add(key);
    }

    /** The index of the key with this name, such as {@code report.fiscalYear}; -1 if the records are not grouped by it. */
    public int place(String name) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public int size() {
        return keys.size();
    }

    public ValueType domain(int key) {
        return keys.get(key).domain();
    }

    /** The order of the groups, over the columns g0, g1 and so on for keys, and x0 and so on for computed values. */
    public Keyset keyset() {
        return order.keyset();
    }

    /** The arguments except the page; cursors are bound to them. */
    public String seal() {
        return seal;
    }

    /** Adds the keys as columns g0, g1 and so on. */
    public void select(SqlBuilder sql) {
        for (int i = 0; i < keys.size(); i++) {
            sql.add(i == 0 ? "" : ", ").add(keys.get(i).sql()).add(" AS g").add(i);
        }
    }

    /** Adds the condition that a record is in one of the groups with these keys. */
    public void only(Iterable<List<Object>> groups, SqlBuilder sql) {
        String separator = "(";
        for (List<Object> values : groups) {
            sql.add(separator);
            separator = " OR ";
            for (int i = 0; i < keys.size(); i++) {
                sql.add(i == 0 ? "(" : " AND ").add(keys.get(i).sql());
                if (values.get(i) == null) {
                    sql.add(" IS NULL");
                } else {
                    sql.add(" = ").value(keys.get(i).domain().parameter(values.get(i).toString()));
                }
            }
            sql.add(")");
        }
        sql.add(")");
    }

    /** Adds the computed values of each group that its order needs. */
    public void extras(FilterContext context) {
        order.keyset().extras(context);
    }

    /** The alias of a joined record, by the column that references it. */
    public Map<String, String> joined() {
        return joins.ones();
    }

    /** Adds the tables of the keys, as joins to t. */
    public void joins(SqlBuilder sql) {
        joins.add(asOf, sql);
    }

    /** Adds the keys to the GROUP BY clause. */
    public void groupBy(SqlBuilder sql, String separator) {
        String next = separator;
        for (GroupByKey key : keys) {
            sql.add(next).add(key.sql());
            next = ", ";
        }
    }

    /** The data values on which the choice of groups depends. */
    public List<NamedSortValue> named() {
        return having.named();
    }

    /** Adds the conditions for the groups that are kept. */
    public void having(FilterContext context) {
        having.add(context);
    }

    /**
     * The filter that selects the records of one group.
     *
     * @param values the values of the keys
     */
    public Map<String, Object> filter(List<Object> values) {
        List<Map<String, Object>> all = new ArrayList<>();
        Map<GroupByJoins.Many, List<Integer>> lists = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            GroupByJoins.Many many = keys.get(i).many();
            if (many == null) {
                all.add(keys.get(i).plain(values.get(i)));
            } else {
                lists.computeIfAbsent(many, one -> new ArrayList<>()).add(i);
            }
        }
        // keys that go through the same list apply to the same record of that list
        lists.values().forEach(places -> all.add(GroupByKey.filter(places.stream().map(keys::get).toList(),
                places.stream().<Object> map(values::get).toList())));
        return all.size() == 1 ? all.get(0) : Map.of("and", all);
    }
}
