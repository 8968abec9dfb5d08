package dev.footnote.query.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;

/** The cells that a statement selects: only the requested ones, from the table t and the to-one tables joined to it. */
public final class RowLayout {

    private enum CellKind {
        VALUE,
        COUNT,
        GROUP_KEY
    }

    /**
     * One selected value.
     *
     * @param sql the expression that selects it, or the name of a group key
     * @param argument for the one {@code ?} in the SQL, or null
     */
    public record Cell(CellKind kind, String sql, ValueType domain, String prefix, FieldArguments argument) {

        private Cell(String sql, ValueType domain) {
            this(CellKind.VALUE, sql, domain, null, null);
        }

        /** The name of the group key, if the cell is one. */
        public Optional<String> key() {
            return kind == CellKind.GROUP_KEY ? Optional.of(sql) : Optional.empty();
        }

        /** The value if there are no records. */
        public Object ofNone() {
            return kind == CellKind.COUNT ? (Object) 0 : null;
        }

        public Object read(ResultSet row, int column) throws SQLException {
            Object value = domain.read(row, column);
            return prefix == null || value == null ? value : prefix + value;
        }
    }

    /** A cell whose value is chosen by an argument. */
    public record Pick(int cell, Attribute.Subquery picked, FieldArguments argument) {
    }

    private final List<Cell> cells = new ArrayList<>();
    private final List<FieldArguments> arguments = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final StringBuilder joins = new StringBuilder();
    private int computed;
    private boolean sealed;

    /** How many records are read for one row: the record itself, joined records, and records that values come from. */
    public int weight() {
        return 1 + aliases.size() + arguments.size() + computed;
    }

    public int size() {
        return cells.size();
    }

    public Cell cell(int index) {
        return cells.get(index);
    }

    /** The arguments that choose cell values. */
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
        return place(new Cell(CellKind.VALUE, alias + "." + value.served(), value.domain(), value.prefix(), null));
    }

    public int column(String alias, String column, ValueType domain) {
        return place(new Cell(alias + "." + column, domain));
    }

    /** Adds a cell for an aggregate function over records, other than a count. */
    public int aggregated(String sql, ValueType domain) {
        return place(new Cell(sql, domain));
    }

    /** @param what a column of the records, DISTINCT and a column, or an asterisk */
    public int count(String what) {
        return place(new Cell(CellKind.COUNT, "COUNT(" + what + ")", ValueType.INTEGER, null, null));
    }

    /** Adds a cell for a group key. Its value is null if the records are not grouped by that key. */
    public int key(String name, ValueType domain) {
        return place(new Cell(CellKind.GROUP_KEY, name, domain, null, null));
    }

    public int picked(String alias, Attribute.Subquery picked, FieldArguments argument) {
        open();
        arguments.add(argument);
        int cell = place(new Cell(CellKind.VALUE, picked.pick().sql().formatted(alias), picked.domain(), null, argument));
        picks.add(new Pick(cell, picked, argument));
        return cell;
    }

    /** Adds cells for the operands of a computed number. */
    public List<Integer> computed(String alias, Attribute.Formula number) {
        open();
        computed++;
        return number.operands().stream()
                .map(operand -> place(new Cell(operand.formatted(alias), ValueType.DECIMAL))).toList();
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

    /** The alias of the joined to-one record. All aliases of the field share it, because the field has no arguments. */
    public String join(String alias, Attribute.One relation, EntityType target) {
        return aliases.computeIfAbsent(relation.key(alias), key -> {
            open();
            String joined = "j" + (aliases.size() + 1);
            // an outer join even for a required relation, because the record it starts from may itself be absent
            joins.append("\nLEFT JOIN ").append(target.table()).append(' ').append(joined).append(" ON ").append(joined)
                    .append(".id = ").append(key);
            return joined;
        });
    }
}
