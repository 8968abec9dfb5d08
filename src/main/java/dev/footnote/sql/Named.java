package dev.footnote.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;

/**
 * A key of an order that names a value of the data, such as a currency. Where nothing has that value, the order is by
 * nothing, which its asker is told.
 *
 * @param key which key of the order it is; below 0 where it decides which groups are kept
 * @param sentence what nothing has
 * @param any a statement that selects a row where something has it
 * @param there a statement that selects, as texts, what could be named instead
 */
public record Named(int key, String sentence, Supplier<Sql> any, Supplier<Sql> there) {

    /** What is told at most of what there is. */
    private static final int MOST_TOLD = 20;

    /** An amount or a sum in a unit or a currency, of all records. */
    public static Named of(int key, Noun noun, Sum sum, Map<String, Object> how) {
        return new Named(key, "No " + noun.type() + " has " + sum.member().name() + " in " + said(sum, how) + ".",
                () -> new Listing(noun, sum).any(sum.filter(how)), () -> new Listing(noun, sum).there());
    }

    /** The same of those records that hang on others and fulfil a filter. */
    static Named of(int key, Related.Children children, Sum sum, Map<String, Object> how, Map<String, Object> filter) {
        Noun noun = children.noun();
        Listing listing = new Listing(noun, sum, children);
        return new Named(key, "No " + noun.type() + " among " + children.way().name() + " has " + sum.member().name() + " in "
                + said(sum, how) + (filter.isEmpty() ? "" : " and fulfils of") + "."
                + children.of().sortKeys().stream().map(one -> " Beside it, records are ordered by " + one.name() + ".")
                        .collect(Collectors.joining()),
                () -> listing.any(Map.of("and", List.of(filter, sum.filter(how)))), listing::there);
    }

    /** A number that lies in other tables. */
    static Named of(int key, Noun noun, Noun.SortKey sorted, Map<String, Object> how) {
        return new Named(key, "No " + noun.type() + " has what " + sorted.name() + " names.", () -> {
            Noun.Bound number = sorted.number().apply("t", how);
            Sql sql = new Sql().add("SELECT 1 FROM ").add(noun.table()).add(" t WHERE ").add(number.sql());
            number.values().forEach(sql::bound);
            return sql.add(" IS NOT NULL FETCH FIRST ROW ONLY");
        }, () -> new Sql().add(sorted.there()));
    }

    private static String said(Sum sum, Map<String, Object> how) {
        return sum.apart().stream().map(part -> how.get(part.name())).filter(Objects::nonNull).map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** The records that have an amount. */
    private record Listing(Noun noun, Sum sum, Related.Children children) {

        Listing(Noun noun, Sum sum) {
            this(noun, sum, null);
        }

        Sql any(Map<String, Object> filter) {
            Sql sql = from(new Sql().add("SELECT 1")).add(" AND ");
            Condition.of(null, true, sql).add(noun, "r", filter);
            return sql.add(" FETCH FIRST ROW ONLY");
        }

        Sql there() {
            return from(new Sql().add("SELECT DISTINCT CONCAT_WS(' ', ").add(sum.apart().stream()
                    .map(part -> "r." + part.served()).collect(Collectors.joining(", ")))
                    .add(", CAST(NULL AS VARCHAR)) AS told"))
                    .add(" ORDER BY told FETCH FIRST ").add(MOST_TOLD).add(" ROWS ONLY");
        }

        private Sql from(Sql sql) {
            sql.add(" FROM ").add(noun.table()).add(" r WHERE r.").add(sum.added().column()).add(" IS NOT NULL");
            if (children != null) {
                sql.add(" AND r.").add(children.way().column()).add(" IS NOT NULL");
                if (children.way().condition() != null) {
                    sql.add(" AND ").add(children.way().condition().formatted("r"));
                }
            }
            return sql;
        }
    }
}
