package dev.footnote.query.sql;

import java.util.List;

import dev.footnote.metamodel.EntityType;

/**
 * A filter on the records of an entity type. It uses two-valued logic: an unknown value meets no comparison, and {@code not}
 * matches exactly the other records. Three-valued logic would surprise users who did not ask for it.
 */
public sealed interface Filter permits Filter.And, Filter.Or, Filter.Not, Filter.Within, ValueFilter, RelationFilter {

    /** The filter that all records match. */
    Filter ALL = new And(List.of());

    /** Adds the condition that the record under an alias matches. */
    void add(String alias, FilterContext context);

    /** Whether it has no condition, so that all records match. */
    default boolean isEmpty() {
        return equals(ALL);
    }

    /** Matches if all parts do. */
    record And(List<Filter> parts) implements Filter {

        @Override
        public void add(String alias, FilterContext context) {
            join(parts, " AND ", "TRUE", alias, context);
        }
    }

    /** Matches if any part does. */
    record Or(List<Filter> parts) implements Filter {

        @Override
        public void add(String alias, FilterContext context) {
            join(parts, " OR ", "FALSE", alias, context);
        }
    }

    private static void join(List<Filter> parts, String operator, String none, String alias, FilterContext context) {
        String separator = "(";
        for (Filter part : parts) {
            context.sql().add(separator);
            separator = operator;
            part.add(alias, context);
        }
        context.sql().add(parts.isEmpty() ? none : ")");
    }

    /** Matches if a filter does not. */
    record Not(Filter filter) implements Filter {

        @Override
        public void add(String alias, FilterContext context) {
            // not IS NOT TRUE, because H2 loses the brackets of EXISTS (...) IS NOT TRUE when it rewrites a query
            context.sql().add("CASE WHEN ");
            filter.add(alias, context);
            context.sql().add(" THEN FALSE ELSE TRUE END");
        }
    }

    /** Matches a record and its parts. */
    record Within(EntityType entityType, String slug, int depth) implements Filter {

        @Override
        public void add(String alias, FilterContext context) {
            RecursiveTraversal.within(this, alias, context.asOf(), context.sql());
        }
    }
}
