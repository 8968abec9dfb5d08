package dev.footnote.query.execution;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.LookupKey;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.page.NamedSortValue;
import dev.footnote.query.plan.*;
import dev.footnote.query.sql.SqlBuilder;
import graphql.schema.GraphQLEnumType;

/**
 * Rejects arguments that name a value which does not exist in the data, and lists the existing values. It checks only if
 * nothing was found, so that all other responses need no extra statement.
 */
final class UnknownValueCheck {

    private final BoundPlan asked;
    private final FetchResults loaded;
    private final StatementRunner statements;

    UnknownValueCheck(BoundPlan asked, FetchResults loaded, StatementRunner statements) {
        this.asked = asked;
        this.loaded = loaded;
        this.statements = statements;
    }

    /** Checks the data that was read for a fetch. */
    void check(FetchNode fetch) throws SQLException {
        Collection<ResultPage> pages = loaded.pages(fetch);
        for (RowLayout.Pick pick : fetch.layout.picks()) {
            if (unknown(pages, pick.cell())) {
                picked(pick);
            }
        }
        if (asked.pageRequest(fetch) == null) {
            return;
        }
        List<NamedSortValue> orders = asked.pageRequest(fetch).keyset().named();
        int keys = asked.pageRequest(fetch).keyset().size();
        for (NamedSortValue named : orders) {
            if (unknown(pages, named.key() - keys)) {
                check(fetch.argument, named.sentence() + " The order would be by nothing.", named.any().get(),
                        named.there().get());
            }
        }
        if (fetch.source instanceof FetchSource.GroupBy && pages.stream().allMatch(page -> page.rows.isEmpty())) {
            for (NamedSortValue named : asked.groups(fetch).named()) {
                check(fetch.argument, named.sentence() + " No group would be kept.", named.any().get(), named.there().get());
            }
        }
    }

    /**
     * Whether there are rows and none has a value in the cell.
     *
     * @param cell the index of the cell; counted from the end of the row if it is below 0
     */
    private static boolean unknown(Collection<ResultPage> pages, int cell) {
        boolean rows = false;
        for (ResultPage page : pages) {
            for (Object[] row : page.rows) {
                if (row[cell < 0 ? row.length + cell : cell] != null) {
                    return false;
                }
                rows = true;
            }
        }
        return rows;
    }

    private void picked(RowLayout.Pick pick) throws SQLException {
        Attribute.Pick how = pick.picked().pick();
        Object value = asked.arguments(pick.argument()).get(how.argument());
        check(pick.argument(), "The " + how.argument() + " \"" + value + "\" is nowhere.",
                new SqlBuilder().add(how.any()).bound(value), new SqlBuilder().add(how.there()));
    }

    /** Checks why a lookup key, such as scheme and value of an identifier, was not found. */
    void check(FetchNode fetch, QueryField.Lookup lookup, Map<?, ?> by) throws SQLException {
        if (by.get("slug") instanceof String slug && slug.startsWith(fetch.entityType.table() + ":")) {
            throw exception(fetch.argument, "No " + fetch.entityType.type() + " has the slug \"" + slug
                    + "\". It looks like a global id: write by: {id: \"" + slug + "\"}.");
        }
        LookupKey key = lookup.keys().stream().filter(one -> by.containsKey(one.name())).findFirst().orElse(null);
        if (key == null || !(key.entityType().value(key.attributes().get(0)).type() instanceof GraphQLEnumType)) {
            return;
        }
        Attribute.Scalar named = key.entityType().value(key.attributes().get(0));
        Object value = ((Map<?, ?>) by.get(key.name())).get(named.name());
        String from = " FROM " + key.entityType().table() + " r";
        check(fetch.argument, "No " + key.entityType().type() + " has the " + named.name() + " " + value + ".",
                new SqlBuilder().add("SELECT 1" + from + " WHERE r." + named.served() + " = ").value(value)
                        .add(" FETCH FIRST ROW ONLY"),
                new SqlBuilder().add("SELECT DISTINCT r." + named.served() + from + " ORDER BY 1"));
    }

    private void check(FieldArguments argument, String sentence, SqlBuilder any, SqlBuilder there) throws SQLException {
        boolean[] found = new boolean[1];
        statements.run(any, row -> found[0] = true);
        if (found[0]) {
            return;
        }
        List<String> names = new ArrayList<>();
        statements.run(there, row -> names.add(row.getString(1)));
        throw exception(argument,
                sentence + (names.isEmpty() ? " There is none at all." : " There are: " + String.join(", ", names) + "."));
    }

    private static RequestException exception(FieldArguments argument, String sentence) {
        return new RequestException(
                new RequestError(RequestError.Code.BAD_USER_INPUT, sentence, List.of(argument.field().getSourceLocation())));
    }
}
