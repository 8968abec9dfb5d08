package dev.footnote.metamodel;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A sort key of records beside their fields: a number in other tables, selected by parameter values.
 *
 * @param parameters the values that select it
 * @param number of a record under an alias
 * @param there a statement that selects all possible values, as texts
 */
public record ComputedSortKey(String name, String description, List<QueryField.Argument> parameters,
        BiFunction<String, Map<String, Object>, Bound> number, String there) {

    /** SQL with a value for each of its question marks. */
    public record Bound(String sql, List<?> values) {
    }

    /** The name of the key's type in the schema. */
    public String type(EntityType entityType) {
        return entityType.type() + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Order";
    }
}
