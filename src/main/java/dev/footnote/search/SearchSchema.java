package dev.footnote.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import dev.footnote.database.Database;
import dev.footnote.metamodel.*;
import graphql.Scalars;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;

/** Adds the search over all records with a name to the schema. */
@Singleton
public class SearchSchema implements SchemaContributor {

    private static final int LONGEST = 200;
    /** The approximate maximum cost of a search, in records read. */
    private static final int COST = 500;

    /** Resolved on first use, because the metamodel is created before the database. */
    private final Provider<Database> database;

    SearchSchema(Provider<Database> database) {
        this.database = database;
    }

    @Override
    public void contributeAfterAll(Metamodel metamodel) {
        List<SearchType> types = SearchType.all(metamodel);
        EntityType hit = metamodel.made("SearchHit", "A record that was found by one of its names.",
                List.of("place", "kind", "id", "name", "reason"),
                new Attribute.Any("node", "The record.", "kind", "id", "Node"),
                metamodel.value("name", "The name that was found, as it is written in the dataset.", true, String.class,
                        "name"),
                metamodel.value("reason", "Why it was found.", true, SearchReason.class, "reason"));
        metamodel.make(new QueryField.Virtual("search",
                resources(types)
                        + " by their names, as they are typed along or whole, the best first: by reason, then main names ahead of others and"
                        + " short names ahead of long ones. A record is found once, by the name that fits best, or by all that names"
                        + " it: several words may be spread over its names, its place and its kind. At most "
                        + SearchExecutor.MOST
                        + " are found.",
                hit, List.of(
                        new QueryField.Argument("query", "What to look for, at most " + LONGEST + " characters. All its words"
                                + " must fit one name, or all that names the record. Without a letter or digit it finds nothing.",
                                GraphQLNonNull.nonNull(Scalars.GraphQLString), null),
                        new QueryField.Argument("types", "Only records of these kinds; of all when not given.",
                                GraphQLList.list(GraphQLNonNull.nonNull(enumeration(types))), null)),
                QueryField.Shape.PAGES, COST, (arguments, reader) -> Map.of(hit, find(types, arguments, reader))));
    }

    /** Their files, in a sentence. */
    private static String resources(List<SearchType> types) {
        List<String> names = types.stream().map(type -> type.entityType().resource()).toList();
        String all = String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private static GraphQLEnumType enumeration(List<SearchType> types) {
        GraphQLEnumType.Builder enumeration = GraphQLEnumType.newEnum().name("SearchType")
                .description("The kinds of records that are found by their names.");
        types.forEach(type -> enumeration.value(type.name(), type.name(), type.rule().value()));
        return enumeration.build();
    }

    private List<Object[]> find(List<SearchType> all, Map<String, Object> arguments, VirtualTable.Reader reader)
            throws SQLException {
        String query = (String) arguments.get("query");
        if (query.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The query has " + query.length() + " characters. Give at most " + LONGEST + ".");
        }
        List<SearchType> types = types(all, arguments.get("types"));
        return types.isEmpty() ? List.of() : new SearchExecutor(query, types, reader, database.get().dialect()).find();
    }

    private static List<SearchType> types(List<SearchType> all, Object given) {
        return given == null ? all : all.stream().filter(type -> ((List<?>) given).contains(type.name())).toList();
    }
}
