package dev.footnote.query.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Builder for parameterized SQL. Its text comes from declarations only; every value from a client becomes a parameter. */
public final class SqlBuilder {

    /** Placeholder for the parent record, in a statement that is run once for each parent. */
    public static final Object PARENT = new Object();

    /** The most values in one statement. PostgreSQL accepts at most twice as many. */
    private static final int MOST_VALUES = 32_767;

    /** The most relation subqueries in one statement, because planning a statement with many of them takes long. */
    private static final int MOST_SUBQUERIES = 32;

    private final StringBuilder text = new StringBuilder(512);
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>(1);
    private int aliases;

    public SqlBuilder add(String words) {
        text.append(words);
        return this;
    }

    public SqlBuilder add(int number) {
        text.append(number);
        return this;
    }

    /** A table alias that is unique in the statement. */
    public String alias() {
        return "r" + ++aliases;
    }

    public SqlBuilder value(Object value) {
        text.append('?');
        values.add(value);
        if (value == PARENT) {
            parents.add(values.size());
        }
        return this;
    }

    /**
     * Adds a list of values in brackets. The last value is repeated up to the next power of two, because a separate statement
     * for each length would push all others out of the prepared statement caches.
     */
    public SqlBuilder list(List<?> list) {
        int room = Integer.highestOneBit(Math.max(1, list.size() * 2 - 1));
        Iterator<?> each = list.iterator();
        Object last = null;
        for (int i = 0; i < room; i++) {
            last = each.hasNext() ? each.next() : last;
            add(i == 0 ? "(" : ", ").value(last);
        }
        return add(")");
    }

    /**
     * Starts a page for each parent. The array is in a subquery, because PostgreSQL would otherwise plan the statement each
     * time.
     */
    public SqlBuilder pagesOf(Integer[] parents) {
        return add("SELECT parent.id, page.*\nFROM unnest((SELECT CAST(").value(parents)
                .add(" AS INTEGER[]))) AS parent(id)\nCROSS JOIN LATERAL (\n");
    }

    /** Adds a value for a question mark that is already in the text. */
    public SqlBuilder bound(Object value) {
        values.add(value);
        return this;
    }

    /** How many tables the statement uses besides the one it selects from. */
    public int aliases() {
        return aliases;
    }

    /** The values of its question marks, in order. */
    public List<Object> values() {
        return values;
    }

    /** The number of values. */
    public int size() {
        return values.size();
    }

    /** @throws IllegalArgumentException with a message for the client if filter and order make the statement too large */
    public void check() {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "The filter names some " + values.size() + " values. Name fewer, in several requests.");
        }
        if (aliases > MOST_SUBQUERIES) {
            throw new IllegalArgumentException("Filter and order look into relations " + aliases + " times, and "
                    + MOST_SUBQUERIES + " is the most. Ask for less at once.");
        }
    }

    public String text() {
        return text.toString();
    }

    public void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != PARENT) {
                bind(statement, i + 1, values.get(i));
            }
        }
    }

    public void bindParent(PreparedStatement statement, Integer key) throws SQLException {
        for (int position : parents) {
            statement.setInt(position, key);
        }
    }

    private static void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String string) {
            statement.setString(position, string);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(position, number);
        } else if (value instanceof Integer[] keys) {
            statement.setArray(position, statement.getConnection().createArrayOf("integer", keys));
        } else {
            statement.setObject(position, value);
        }
    }
}
