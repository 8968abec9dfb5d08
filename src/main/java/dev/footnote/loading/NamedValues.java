package dev.footnote.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Key;
import dev.footnote.graph.Member;
import dev.footnote.graph.Root;
import dev.footnote.plan.Loaded;
import dev.footnote.plan.Page;
import dev.footnote.question.Argument;
import dev.footnote.question.Asked;
import dev.footnote.question.Fault;
import dev.footnote.question.Fetch;
import dev.footnote.question.Layout;
import dev.footnote.question.Refusal;
import dev.footnote.sql.Named;
import dev.footnote.sql.Sql;
import graphql.schema.GraphQLEnumType;

/**
 * Refuses arguments that name a value which nothing in the data has, and tells those that there are. It looks only where
 * nothing was found, so that all other answers take no statement more.
 */
final class NamedValues {

    private final Asked asked;
    private final Loaded loaded;
    private final Statements statements;

    NamedValues(Asked asked, Loaded loaded, Statements statements) {
        this.asked = asked;
        this.loaded = loaded;
        this.statements = statements;
    }

    /** Looks at what was read for a fetch. */
    void check(Fetch fetch) throws SQLException {
        Collection<Page> pages = loaded.pages(fetch);
        for (Layout.Pick pick : fetch.layout.picks()) {
            if (unknown(pages, pick.cell())) {
                picked(pick);
            }
        }
        if (asked.window(fetch) == null) {
            return;
        }
        List<Named> orders = asked.window(fetch).keyset().named();
        int keys = asked.window(fetch).keyset().size();
        for (Named named : orders) {
            if (unknown(pages, named.key() - keys)) {
                check(fetch.argument, named.sentence() + " The order would be by nothing.", named.any().get(),
                        named.there().get());
            }
        }
        if (fetch.anchor instanceof Fetch.Grouped && pages.stream().allMatch(page -> page.rows.isEmpty())) {
            for (Named named : asked.groups(fetch).named()) {
                check(fetch.argument, named.sentence() + " No group would be kept.", named.any().get(), named.there().get());
            }
        }
    }

    /** @param cell counted from the end of the row where it is below 0 */
    private static boolean unknown(Collection<Page> pages, int cell) {
        boolean rows = false;
        for (Page page : pages) {
            for (Object[] row : page.rows) {
                if (row[cell < 0 ? row.length + cell : cell] != null) {
                    return false;
                }
                rows = true;
            }
        }
        return rows;
    }

    private void picked(Layout.Pick pick) throws SQLException {
        Member.Pick how = pick.picked().pick();
        Object value = asked.arguments(pick.argument()).get(how.argument());
        check(pick.argument(), "The " + how.argument() + " \"" + value + "\" is nowhere.",
                new Sql().add(how.any()).bound(value), new Sql().add(how.there()));
    }

    /** Looks why a key such as scheme and value of an identifier was not found. */
    void check(Fetch fetch, Root.Lookup lookup, Map<?, ?> by) throws SQLException {
        if (by.get("slug") instanceof String slug && slug.startsWith(fetch.noun.table() + ":")) {
            throw refusal(fetch.argument, "No " + fetch.noun.type() + " has the slug \"" + slug
                    + "\". It looks like a global id: write by: {id: \"" + slug + "\"}.");
        }
        Key key = lookup.keys().stream().filter(one -> by.containsKey(one.name())).findFirst().orElse(null);
        if (key == null || !(key.noun().value(key.members().get(0)).type() instanceof GraphQLEnumType)) {
            return;
        }
        Member.Value named = key.noun().value(key.members().get(0));
        Object value = ((Map<?, ?>) by.get(key.name())).get(named.name());
        String from = " FROM " + key.noun().table() + " r";
        check(fetch.argument, "No " + key.noun().type() + " has the " + named.name() + " " + value + ".",
                new Sql().add("SELECT 1" + from + " WHERE r." + named.served() + " = ").value(value)
                        .add(" FETCH FIRST ROW ONLY"),
                new Sql().add("SELECT DISTINCT r." + named.served() + from + " ORDER BY 1"));
    }

    private void check(Argument argument, String sentence, Sql any, Sql there) throws SQLException {
        boolean[] found = new boolean[1];
        statements.run(any, row -> found[0] = true);
        if (found[0]) {
            return;
        }
        List<String> names = new ArrayList<>();
        statements.run(there, row -> names.add(row.getString(1)));
        throw refusal(argument,
                sentence + (names.isEmpty() ? " There is none at all." : " There are: " + String.join(", ", names) + "."));
    }

    private static Refusal refusal(Argument argument, String sentence) {
        return new Refusal(new Fault(Fault.Code.BAD_USER_INPUT, sentence, List.of(argument.field().getSourceLocation())));
    }
}
