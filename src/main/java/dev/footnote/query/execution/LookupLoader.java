package dev.footnote.query.execution;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.FetchSource;
import dev.footnote.query.plan.ResultPage;
import dev.footnote.query.sql.LookupCondition;
import dev.footnote.query.sql.SqlBuilder;

/** Loads records by their ids and other keys. The id of a record that was merged into another one leads to that one. */
final class LookupLoader {

    /** The most keys in one statement, because PostgreSQL accepts at most 65,535 values. */
    private static final int MOST_KEYS = 30_000;

    /** The most merges, one after another, that are followed. Ids of records that are gone may lead in a circle. */
    private static final int MOST_MERGES = 10;

    /** Loads the record with a slug. */
    private interface Loader {
        void load(String slug) throws SQLException;
    }

    private final BoundPlan asked;
    private final FetchResults loaded;
    private final StatementRunner statements;
    private final UnknownValueCheck check;

    LookupLoader(BoundPlan asked, FetchResults loaded, StatementRunner statements, UnknownValueCheck check) {
        this.asked = asked;
        this.loaded = loaded;
        this.statements = statements;
        this.check = check;
    }

    /** Loads the record that a lookup finds. */
    void lookup(FetchNode fetch, FetchSource.Lookup lookup) throws SQLException {
        QueryField.Lookup root = lookup.root();
        Map<?, ?> by = (Map<?, ?>) asked.arguments(fetch.argument).get("by");
        ResultPage page = new ResultPage(null);
        loaded.put(fetch, FetchResults.ROOT, page);
        List<String> slugs = new ArrayList<>(1);
        VirtualTable.RowReader reader = row -> {
            slugs.add(row.getString(1));
            page.rows.add(statements.cells(fetch.layout, row, 2));
        };
        statements.run(asked.statement(fetch).lookup(root, by), reader);
        Optional<String> slug = LookupCondition.slug(by);
        if (slug.isPresent()) {
            follow(fetch.entityType, slug.get(), () -> page, target -> statements
                    .run(asked.statement(fetch).lookup(root, Map.of("slug", target)), reader));
        }
        if (slugs.isEmpty()) {
            check.check(fetch, root, by);
        }
        if (slugs.size() > 1) {
            throw new RequestException(new RequestError(RequestError.Code.BAD_USER_INPUT,
                    ambiguous(fetch.entityType, LookupCondition.name(root, by).orElseThrow(), slugs),
                    List.of(fetch.argument.field().getSourceLocation())));
        }
    }

    /** The message for a client that looked up a record by a name that several share. */
    private static String ambiguous(EntityType entityType, String name, List<String> slugs) {
        boolean more = slugs.size() == LookupCondition.MOST_NAMESAKES;
        List<String> told = more ? slugs.subList(0, slugs.size() - 1) : slugs;
        return (more ? "More than " : "") + told.size() + " " + entityType.type() + " records have the "
                + entityType.named().orElseThrow().name() + " \"" + name + "\": "
                + told.stream().map(slug -> entityType.table() + ":" + slug).collect(Collectors.joining(", "))
                + (more ? " and others" : "") + ". Ask for one of them, as in by: {slug: \"" + told.get(0) + "\"}.";
    }

    /** Loads the records with the ids in the argument of a fetch. */
    void byIds(FetchNode fetch) throws SQLException {
        List<GlobalId> ids = asked.ids(fetch);
        loaded.ids(fetch.argument, ids);
        List<Object> slugs = ids.stream().filter(id -> id.kind().equals(fetch.entityType.table()))
                .<Object> map(GlobalId::slug).distinct().toList();
        load(fetch, "slug", slugs);
        for (Object slug : slugs) {
            follow(fetch.entityType, (String) slug, () -> loaded.page(fetch, slug), target -> {
                load(fetch, "slug", List.of(target));
                ResultPage page = loaded.page(fetch, target);
                if (!page.rows.isEmpty()) {
                    loaded.put(fetch, slug, page);
                }
            });
        }
    }

    /** Loads the records with these values in a unique column. */
    void load(FetchNode fetch, String column, Collection<Object> keys) throws SQLException {
        List<Object> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            List<Object> some = all.subList(from, Math.min(from + MOST_KEYS, all.size()));
            statements.run(asked.statement(fetch).named(column, some), row -> {
                ResultPage page = new ResultPage(null);
                page.rows.add(statements.cells(fetch.layout, row, 2));
                loaded.put(fetch, column.equals("id") ? (Object) row.getInt(1) : row.getString(1), page);
            });
        }
    }

    /** If a record was not found, loads the one that it was merged into, which may have been merged in turn. */
    private void follow(EntityType entityType, String merged, Supplier<ResultPage> page, Loader loader) throws SQLException {
        Optional<String> slug = Optional.of(merged);
        for (int i = 0; i < MOST_MERGES && slug.isPresent() && page.get().rows.isEmpty(); i++) {
            slug = target(entityType, slug.get());
            if (slug.isPresent()) {
                loader.load(slug.get());
            }
        }
    }

    private Optional<String> target(EntityType entityType, String slug) throws SQLException {
        List<String> into = new ArrayList<>(1);
        if (entityType.mergedInto().isPresent()) {
            statements.run(new SqlBuilder().add(entityType.mergedInto().get())
                    .bound(new GlobalId(entityType.table(), slug).text()), row -> into.add(row.getString(1)));
        }
        return into.stream().findFirst().flatMap(GlobalId::parse).map(GlobalId::slug);
    }
}
