package dev.footnote.query.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.query.sql.Comparison;
import dev.footnote.query.sql.FilterContext;

/**
 * The condition for the groups that are kept.
 *
 * @param named the data values that it names
 */
record GroupCondition(List<Part> parts, List<NamedSortValue> named) {

    /** The comparisons of one computed value. */
    private record Part(Keyset.Expression expression, List<Comparison> comparisons) {
    }

    /**
     * Reads the argument {@code having}.
     *
     * @throws IllegalArgumentException with a message for the client if a part of it is null
     */
    @SuppressWarnings("unchecked")
    static GroupCondition parse(EntityType entityType, Map<String, Object> having) {
        List<Part> parts = new ArrayList<>();
        List<NamedSortValue> named = new ArrayList<>();
        having.forEach((name, value) -> {
            if (value == null) {
                throw new IllegalArgumentException("The argument having's " + name + " is null. Leave it out.");
            }
            Map<String, Object> said = (Map<String, Object>) value;
            if (name.equals("count")) {
                parts.add(new Part(context -> context.sql().add("COUNT(*)"), Comparison.parse("count", said)));
                return;
            }
            Map.Entry<String, Object> one = said.entrySet().iterator().next();
            Map<String, Object> how = (Map<String, Object>) one.getValue();
            SummableAttribute sum = entityType.sum(one.getKey());
            parts.add(new Part(GroupOrderBy.sum(sum, how),
                    Comparison.parse(one.getKey(), (Map<String, Object>) how.get("is"))));
            named.add(NamedSortValue.of(-1, entityType, sum, how));
        });
        return new GroupCondition(parts, named);
    }

    /** Adds the HAVING clause. */
    void add(FilterContext context) {
        String separator = "\nHAVING ";
        for (Part part : parts) {
            context.sql().add(separator);
            separator = " AND ";
            Comparison.add(part.comparisons(), () -> part.expression().add(context), context.sql());
        }
    }
}
