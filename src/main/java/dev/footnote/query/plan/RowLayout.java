package dev.footnote.query.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;

/** What a statement selects: only the cells that are asked for, over the table t and the to-one tables joined to it. */
public final class RowLayout {

    /**
     * One selected value.
     *
     * @param argument for the one {@code ?} in the SQL, or null
     */
    public record Cell(String sql, ValueType domain, String prefix, FieldArguments argument) {

        /** The name of the key that records are grouped by; null where it is none. */
        public String key() {
            return sql.startsWith(KEY) ? sql.substring(KEY.length()) : null;
        }

        /** The value where there are no records. */
        public Object ofNone() {
            return sql.startsWith("COUNT(") ? (Object) 0 : null;
        }

        public Object read(ResultSet row, int column) throws SQLException {
            Object value = domain.read(row, column);
            return prefix == null || value == null ? value : prefix + value;
        }
    }

    /** A cell whose value an argument picks. */
    public record Pick(int cell, Attribute.Subquery picked, FieldArguments argument) {
    }

    private static final String KEY = "key ";

    private final List<Cell> cells = new ArrayList<>();
    private final List<FieldArguments> arguments = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final StringBuilder joins = new StringBuilder();
    private int computed;
    private boolean sealed;

    /** How many records are looked at for one row: the record, those joined to it, and those that values come from. */
    public int weight() {
        return 1 + aliases.size() + arguments.size() + computed;
    }

    public int size() {
        return cells.size();
    }

    public Cell cell(int index) {
        return cells.get(index);
    }

    /** The arguments that pick a cell's value. */
    public List<FieldArguments> arguments() {
        return Collections.unmodifiableList(arguments);
    }

    public List<Pick> picks() {
        return Collections.unmodifiableList(picks);
    }

    /** Makes it immutable. */
    void seal() {
        sealed = true;
    }

    private void open() {
        if (sealed) {
            throw new IllegalStateException("The cells of a plan that requests share cannot be changed");
        }
    }

    public String joins() {
        return joins.toString();
    }

    public int value(String alias, Attribute.Scalar value) {
        return place(new Cell(alias + "." + value.served(), value.domain(), value.prefix(), null));
    }

    public int column(String alias, String column, ValueType domain) {
        return place(new Cell(alias + "." + column, domain, null, null));
    }

    /**
     * What an aggregate function makes of records.
     *
     * @param column of the records, or an asterisk
     */
    public int aggregated(String function, String column, ValueType domain) {
        return place(new Cell(function + column + ")", domain, null, null));
    }

    /** What records are grouped by, where they are grouped by it; null where not. */
    public int key(String name, ValueType domain) {
        return place(new Cell(KEY + name, domain, null, null));
    }

    public int picked(String alias, Attribute.Subquery picked, FieldArguments argument) {
        open();
        arguments.add(argument);
        int cell = place(new Cell(picked.pick().sql().formatted(alias), picked.domain(), null, argument));
        picks.add(new Pick(cell, picked, argument));
        return cell;
    }

    /** What a number is computed from. */
    public List<Integer> computed(String alias, Attribute.Formula number) {
        open();
        computed++;
        return number.operands().stream()
                .map(operand -> place(new Cell(operand.formatted(alias), ValueType.DECIMAL, null, null))).toList();
    }

    private int place(Cell cell) {
        int known = cells.indexOf(cell);
        if (known >= 0) {
            return known;
        }
        open();
        cells.add(cell);
        return cells.size() - 1;
    }

    /** The alias of the one record that a field leads to; the same one for every alias of the field, which has no arguments. */
    public String join(String alias, Attribute.One relation, EntityType target) {
        return aliases.computeIfAbsent(relation.key(alias), key -> {
            open();
            String joined = "j" + (aliases.size() + 1);
            // outer even where the record always has one, because it may itself hang on one that is absent
            joins.append("\nLEFT JOIN ").append(target.table()).append(' ').append(joined).append(" ON ").append(joined)
                    .append(".id = ").append(key);
            return joined;
        });
    }
}
