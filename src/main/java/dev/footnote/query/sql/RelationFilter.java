package dev.footnote.query.sql;

import java.util.List;
import java.util.Optional;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;

/** A condition on the records that a record is related to. */
public sealed interface RelationFilter extends Filter {

    /** Matches if the record refers to a record that matches a filter. */
    record ToOne(Attribute.ToOne relation, EntityType target, Filter filter) implements RelationFilter {

        @Override
        public void add(String alias, FilterContext context) {
            String column = alias + "." + relation.column();
            SqlBuilder sql = context.sql();
            if (filter.isEmpty()) {
                sql.add(column).add(" IS NOT NULL");
                return;
            }
            Optional<String> joined = context.joined(column);
            if (joined.isPresent()) {
                sql.add("(").add(joined.get()).add(".id IS NOT NULL AND ");
                filter.add(joined.get(), context);
                sql.add(")");
                return;
            }
            String other = sql.alias();
            if (context.all()) {
                // run once for all records, because H2 would otherwise run it for each record
                sql.add(column).add(" IN (SELECT ").add(other).add(".id FROM ").add(target.table()).add(" ").add(other)
                        .add(" WHERE ");
            } else {
                sql.add("EXISTS (SELECT 1 FROM ").add(target.table()).add(" ").add(other).add(" WHERE ").add(other)
                        .add(".id = ").add(column).add(" AND ");
            }
            filter.add(other, context);
            sql.add(")");
        }
    }

    /** Matches if a child record matches a filter. */
    record Some(Children children) implements RelationFilter {

        @Override
        public void add(String alias, FilterContext context) {
            String other = context.sql().alias();
            if (context.all()) {
                children.parents(alias, other, context);
            } else {
                context.sql().add("EXISTS (SELECT 1");
                children.from(alias, other, context);
            }
            context.sql().add(")");
        }
    }

    /** Matches if no child record matches a filter. */
    record None(Children children) implements RelationFilter {

        @Override
        public void add(String alias, FilterContext context) {
            String other = context.sql().alias();
            context.sql().add("NOT EXISTS (SELECT 1");
            children.from(alias, other, context);
            context.sql().add(")");
        }
    }

    /** Matches if the number of child records that match a filter meets comparisons. */
    record Count(Children children, List<Comparison> comparisons) implements RelationFilter {

        @Override
        public void add(String alias, FilterContext context) {
            SqlBuilder sql = context.sql();
            if (!context.all() || comparisons.stream().allMatch(Comparison::holdsForZero)) {
                Comparison.add(comparisons, () -> children.number(alias, context), sql);
                return;
            }
            // counted once for all records; parents without a matching child are missing from the result
            String other = sql.alias();
            children.parents(alias, other, context);
            sql.add(" GROUP BY ").add(other).add(".").add(children.relation().column()).add(" HAVING ");
            Comparison.add(comparisons, () -> sql.add("COUNT(*)"), sql);
            sql.add(")");
        }
    }

    /**
     * The child records that match a filter.
     *
     * @param entityType the entity type of the child records
     */
    record Children(Attribute.ToMany relation, EntityType entityType, Filter filter) {

        /** Adds the number of a record's child records, as a subquery. */
        public void number(String parent, FilterContext context) {
            context.sql().add("(SELECT COUNT(*)");
            from(parent, context.sql().alias(), context);
            context.sql().add(")");
        }

        /** Adds the sum over a column of a record's child records, as a subquery; null if there are none. */
        public void sum(String parent, String column, FilterContext context) {
            String other = context.sql().alias();
            context.sql().add("(SELECT SUM(").add(other).add(".").add(column).add(")");
            from(parent, other, context);
            context.sql().add(")");
        }

        /** Adds that a record is among the parents of the child records; leaves a bracket open. */
        private void parents(String parent, String other, FilterContext context) {
            String column = other + "." + relation.column();
            context.sql().add(parent).add(".id IN (SELECT ").add(column).add(" FROM ").add(entityType.table()).add(" ")
                    .add(other).add(" WHERE ").add(column).add(" IS NOT NULL");
            rest(other, context);
        }

        private void from(String parent, String other, FilterContext context) {
            context.sql().add(" FROM ").add(entityType.table()).add(" ").add(other).add(" WHERE ").add(other).add(".")
                    .add(relation.column()).add(" = ").add(parent).add(".id");
            rest(other, context);
        }

        private void rest(String other, FilterContext context) {
            if (relation.condition() != null) {
                context.sql().add(" AND ").add(relation.condition().formatted(other));
            }
            context.asOf().add(entityType, relation, other, context.sql());
            if (!filter.isEmpty()) {
                context.sql().add(" AND ");
                filter.add(other, context);
            }
        }
    }
}
