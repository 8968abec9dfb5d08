package dev.footnote.query.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.footnote.metamodel.ComputedSortKey;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.Filter;
import dev.footnote.query.sql.FilterContext;
import dev.footnote.query.sql.FilterParser;
import dev.footnote.query.sql.RelationFilter;
import dev.footnote.query.sql.SqlBuilder;

/**
 * A sort key that names a data value, such as a currency. If no record has that value, the sort would have no effect, and the
 * client gets an error.
 *
 * @param key the index of the sort key; below 0 if the value decides which groups are kept
 * @param sentence the error message about the missing value
 * @param any a statement that selects a row if any record has the value
 * @param there a statement that selects, as texts, the values that exist instead
 */
public record NamedSortValue(int key, String sentence, Supplier<SqlBuilder> any, Supplier<SqlBuilder> there) {

    /** The most existing values in the message. */
    private static final int MOST_TOLD = 20;

    /** For an amount or a sum in a unit or a currency, over all records. */
    public static NamedSortValue of(int key, EntityType entityType, SummableAttribute sum, Map<String, Object> how) {
        return new NamedSortValue(key,
                "No " + entityType.type() + " has " + sum.attribute().name() + " in " + said(sum, how) + ".",
                () -> new Listing(entityType, sum).any(FilterParser.summable(sum, how)),
                () -> new Listing(entityType, sum).there());
    }

    /** For an amount or a sum over the child records that match a filter. */
    static NamedSortValue of(int key, EntityType of, RelationFilter.Children children, SummableAttribute sum,
            Map<String, Object> how) {
        EntityType entityType = children.entityType();
        Listing listing = new Listing(entityType, sum, children);
        return new NamedSortValue(
                key,
                "No " + entityType.type() + " among " + children.relation().name() + " has " + sum.attribute().name() + " in "
                        + said(sum, how) + (children.filter().isEmpty() ? "" : " and fulfils of") + "."
                        + of.sortKeys().stream().map(one -> " Beside it, records are ordered by " + one.name() + ".")
                                .collect(Collectors.joining()),
                () -> listing.any(new Filter.And(List.of(children.filter(), FilterParser.summable(sum, how)))), listing::there);
    }

    /** For a number from other tables. */
    static NamedSortValue of(int key, EntityType entityType, ComputedSortKey sorted, Map<String, Object> how) {
        return new NamedSortValue(key, "No " + entityType.type() + " has what " + sorted.name() + " names.", () -> {
            ComputedSortKey.Bound number = sorted.number().apply("t", how);
            SqlBuilder sql = new SqlBuilder().add("SELECT 1 FROM ").add(entityType.table()).add(" t WHERE ").add(number.sql());
            number.values().forEach(sql::bound);
            return sql.add(" IS NOT NULL FETCH FIRST ROW ONLY");
        }, () -> new SqlBuilder().add(sorted.there()));
    }

    private static String said(SummableAttribute sum, Map<String, Object> how) {
        return sum.apart().stream().map(part -> how.get(part.name())).filter(Objects::nonNull).map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** The records that have an amount. */
    private record Listing(EntityType entityType, SummableAttribute sum, RelationFilter.Children children) {

        Listing(EntityType entityType, SummableAttribute sum) {
            this(entityType, sum, null);
        }

        SqlBuilder any(Filter filter) {
            SqlBuilder sql = from(new SqlBuilder().add("SELECT 1")).add(" AND ");
            filter.add("r", new FilterContext(AsOf.ANY, true, Map.of(), sql));
            return sql.add(" FETCH FIRST ROW ONLY");
        }

        SqlBuilder there() {
            return from(new SqlBuilder().add("SELECT DISTINCT CONCAT_WS(' ', ").add(sum.apart().stream()
                    .map(part -> "r." + part.served()).collect(Collectors.joining(", ")))
                    .add(", CAST(NULL AS VARCHAR)) AS told"))
                    .add(" ORDER BY told FETCH FIRST ").add(MOST_TOLD).add(" ROWS ONLY");
        }

        private SqlBuilder from(SqlBuilder sql) {
            sql.add(" FROM ").add(entityType.table()).add(" r WHERE r.").add(sum.added().column()).add(" IS NOT NULL");
            if (children != null) {
                sql.add(" AND r.").add(children.relation().column()).add(" IS NOT NULL");
                if (children.relation().condition() != null) {
                    sql.add(" AND ").add(children.relation().condition().formatted("r"));
                }
            }
            return sql;
        }
    }
}
