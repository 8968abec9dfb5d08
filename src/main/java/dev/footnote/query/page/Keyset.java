package dev.footnote.query.page;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SortKey;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.sql.FilterContext;
import dev.footnote.query.sql.SqlBuilder;

/** The sort keys of a list, ending with one that no two records share, as SQL over the alias t. */
public final class Keyset {

    /** One sort key; {@code nullable} tells whether unknown values need a position. */
    record Key(String column, ValueType domain, boolean nullable, boolean descending, boolean nullsFirst) {

        String after() {
            return descending ? " < " : " > ";
        }

        Key reversed() {
            return new Key(column, domain, nullable, !descending, !nullsFirst);
        }
    }

    /** Writes the SQL of a computed sort key. */
    public interface Expression {
        void add(FilterContext context);
    }

    /** A sort key that is not a column of the record, with the name of the column that is added for it. */
    record Extra(String name, Expression expression) {
    }

    /** The computed sort keys and the tables that they need. */
    record Worked(List<Extra> extras, String joins, List<NamedSortValue> named) {
    }

    /** Builder for sort keys, the most important first. */
    public static final class Building {

        private final List<Key> keys = new ArrayList<>();
        private final List<Extra> extras = new ArrayList<>();
        private final List<NamedSortValue> named = new ArrayList<>();
        private String joins = "";

        public void column(String column, ValueType domain, boolean nullable, String direction) {
            keys.add(new Key(column, domain, nullable, direction.startsWith("DESC"), direction.endsWith("NULLS_FIRST")));
        }

        public void extra(ValueType domain, boolean nullable, String direction, Expression expression) {
            String name = "x" + extras.size();
            extras.add(new Extra(name, expression));
            column("t." + name, domain, nullable, direction);
        }

        /** The index of the key that was added last. */
        public int last() {
            return keys.size() - 1;
        }

        public void named(NamedSortValue key) {
            named.add(key);
        }

        void join(String join) {
            joins += join;
        }

        /** The keys as they are, if no two rows share them. */
        public Keyset unique() {
            return new Keyset(keys, new Worked(List.copyOf(extras), joins, List.copyOf(named)));
        }

        Keyset numbered() {
            return of(keys, false, new Worked(List.copyOf(extras), joins, List.copyOf(named)));
        }
    }

    private static final Worked NOTHING = new Worked(List.of(), "", List.of());

    private final List<Key> keys;
    private final Worked worked;

    private Keyset(List<Key> keys, Worked worked) {
        this.keys = keys;
        this.worked = worked;
    }

    public static Keyset of(EntityType entityType, List<SortKey> orders) {
        List<Key> keys = new ArrayList<>();
        boolean unique = false;
        for (SortKey order : orders) {
            Attribute.Scalar value = entityType.ordering(order.attribute());
            keys.add(new Key("t." + value.ordered(), value.orderDomain(), !value.required(), order.descending(),
                    order.nullsFirst()));
            unique |= order.attribute().equals("number") || order.attribute().equals("slug");
        }
        return of(keys, unique, NOTHING);
    }

    static Keyset of(List<Key> keys, boolean unique, Worked worked) {
        List<Key> all = new ArrayList<>(keys);
        if (!unique) {
            // in the direction of the last key, because an index can be read in either direction but not in both at once
            boolean descending = !all.isEmpty() && all.get(all.size() - 1).descending();
            all.add(new Key("t.id", ValueType.INTEGER, false, descending, false));
        }
        return new Keyset(all, worked);
    }

    /** Whether all keys are columns of the record. */
    public boolean isPlain() {
        return worked.extras().isEmpty();
    }

    /** Whether the order is that of the numbers of records, in this direction. */
    boolean isByNumber(boolean descending) {
        return keys.get(0).column().equals("t.id") && keys.get(0).descending() == descending;
    }

    /** Adds the computed keys to the columns that are selected from t. */
    public void extras(FilterContext context) {
        for (Extra extra : worked.extras()) {
            context.sql().add(", ");
            extra.expression().add(context);
            context.sql().add(" AS ").add(extra.name());
        }
    }

    /** The tables that computed keys are taken from, as joins to t. */
    public String joins() {
        return worked.joins();
    }

    /** The sort keys that name a data value. */
    public List<NamedSortValue> named() {
        return worked.named();
    }

    /** For virtual rows, ordered by one unique text. */
    public static Keyset made() {
        return new Keyset(List.of(new Key("t.place", ValueType.TEXT, false, false, false)), NOTHING);
    }

    public Keyset reversed() {
        return new Keyset(keys.stream().map(Key::reversed).toList(), worked);
    }

    public int size() {
        return keys.size();
    }

    public String column(int key) {
        return keys.get(key).column();
    }

    public ValueType domain(int key) {
        return keys.get(key).domain();
    }

    public void orderBy(SqlBuilder sql) {
        String separator = "";
        for (Key key : keys) {
            sql.add(separator).add(key.column()).add(key.descending() ? " DESC" : "");
            if (key.nullable()) {
                sql.add(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
            }
            separator = ", ";
        }
    }

    /**
     * Adds the condition that a record comes after a position in the list.
     *
     * @param place the checked values of a cursor
     */
    public void behind(List<String> place, SqlBuilder sql) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(parameter(keys.get(i), place.get(i)));
        }
        Key first = keys.get(0);
        if (values.get(0) != null && !(first.nullable() && !first.nullsFirst())) {
            // redundant, but lets an index scan start where the page starts
            sql.add(first.column()).add(first.descending() ? " <= " : " >= ").value(values.get(0)).add(" AND ");
        }
        behind(0, values, sql);
    }

    private void behind(int index, List<Object> values, SqlBuilder sql) {
        Key key = keys.get(index);
        Object value = values.get(index);
        sql.add("(");
        strictly(key, value, sql);
        if (index + 1 < keys.size()) {
            sql.add(" OR ").add(key.column());
            if (value == null) {
                sql.add(" IS NULL");
            } else {
                sql.add(" = ").value(value);
            }
            sql.add(" AND ");
            behind(index + 1, values, sql);
        }
        sql.add(")");
    }

    private static void strictly(Key key, Object value, SqlBuilder sql) {
        if (value == null) {
            sql.add(key.nullsFirst() ? key.column() + " IS NOT NULL" : "FALSE");
            return;
        }
        sql.add(key.column()).add(key.after()).value(value);
        if (key.nullable() && !key.nullsFirst()) {
            sql.add(" OR ").add(key.column()).add(" IS NULL");
        }
    }

    /**
     * Checks that each value of a cursor is valid for its key.
     *
     * @throws IllegalArgumentException with a message for the client if one is not
     */
    List<String> checked(List<String> place) {
        for (int i = 0; i < keys.size(); i++) {
            parameter(keys.get(i), place.get(i));
        }
        return place;
    }

    private static Object parameter(Key key, String text) {
        if (text == null && !key.nullable()) {
            throw damaged();
        }
        try {
            return text == null ? null : key.domain().parameter(text);
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("The cursor is damaged. Start at the first page.");
    }
}
