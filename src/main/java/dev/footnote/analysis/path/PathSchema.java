package dev.footnote.analysis.path;

import static graphql.schema.GraphQLNonNull.nonNull;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.scalar.PartialDate;
import graphql.Scalars;
import graphql.schema.GraphQLInputType;

/** Adds the shortest paths between two records to the schema. */
@Singleton
public class PathSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        PathTypes types = new PathTypes(metamodel);
        metamodel.make(new QueryField.Virtual("path",
                "How two records are connected: the shortest paths between them over affiliations,"
                        + " reporting lines, participations, organization links, units of initiatives, what events belong to, makers"
                        + " of products, and what products are parts of or built on.",
                types.search,
                parameters(metamodel), QueryField.Shape.OBJECT, BidirectionalSearch.MOST,
                new PathResolver(metamodel, types, BidirectionalSearch.MOST)));
    }

    private static List<QueryField.Argument> parameters(Metamodel metamodel) {
        GraphQLInputType id = nonNull(Scalars.GraphQLID);
        return List.of(
                new QueryField.Argument("from", "The global id of the person, organization, initiative, event or product that"
                        + " paths start at.", id, null),
                new QueryField.Argument("to",
                        "The global id of the person, organization, initiative, event or product that paths"
                                + " end at.",
                        id, null),
                new QueryField.Argument("at",
                        "Only over what held at this time. Units of initiatives, events and products say no period and"
                                + " hold always.",
                        (GraphQLInputType) metamodel.leaf(PartialDate.class), null),
                new QueryField.Argument("possibly",
                        "Goes with at: whether it is enough that a fact can have held then. Otherwise"
                                + " its dates must prove it.",
                        Scalars.GraphQLBoolean, null),
                new QueryField.Argument("maxLength", "The most hops of a path; 1 to " + PathResolver.MOST_HOPS + ".",
                        Scalars.GraphQLInt, PathResolver.USUAL_HOPS),
                new QueryField.Argument("first", "The most paths; 1 to " + PathResolver.MOST_PATHS + ".", Scalars.GraphQLInt,
                        PathResolver.USUAL_PATHS));
    }
}
