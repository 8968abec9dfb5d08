package dev.footnote.query.schema;

import static graphql.introspection.Introspection.DirectiveLocation.QUERY;

import java.util.Set;

import dev.footnote.metamodel.scalar.LeafTypes;
import dev.footnote.query.sql.KnownAt;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;

/** The directives of whole queries. */
final class QueryDirectives {

    private QueryDirectives() {
    }

    static Set<GraphQLDirective> all() {
        return Set.of(live(), knownAt());
    }

    private static GraphQLDirective live() {
        return GraphQLDirective.newDirective().name("live").validLocation(QUERY)
                .description("Sends the answer again whenever it changes, over WebSocket or as server-sent events. A plain"
                        + " request is answered once.")
                .build();
    }

    private static GraphQLDirective knownAt() {
        return GraphQLDirective.newDirective().name(KnownAt.NAME).validLocation(QUERY)
                .description("Answers the query from the dataset as it was known then, whatever was edited or imported since."
                        + " Exactly one argument is given.")
                .argument(GraphQLArgument.newArgument().name("edit").type(Scalars.GraphQLID)
                        .description("The id of an edit: as the dataset was after it. \"edit:0\" is the first import."))
                .argument(GraphQLArgument.newArgument().name("time").type(new LeafTypes().scalar("DateTime"))
                        .description("A moment: as the dataset was after the last edit until then."))
                .build();
    }
}
