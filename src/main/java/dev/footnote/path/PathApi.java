package dev.footnote.path;

import static graphql.schema.GraphQLNonNull.nonNull;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Root;
import dev.footnote.value.PartialDate;
import graphql.Scalars;
import graphql.schema.GraphQLInputType;

/** Serves the shortest paths between two records. */
@Singleton
public class PathApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        PathTypes types = new PathTypes(graph);
        graph.make(new Root.Making("path", "How two records are connected: the shortest paths between them over affiliations,"
                + " reporting lines, participations, organization links, units of initiatives, what events belong to, makers"
                + " of products, and what products are parts of or built on.", types.search,
                parameters(graph), Root.Shape.OBJECT, Search.MOST, new PathMaking(graph, types, Search.MOST)));
    }

    private static List<Root.Parameter> parameters(Graph graph) {
        GraphQLInputType id = nonNull(Scalars.GraphQLID);
        return List.of(
                new Root.Parameter("from", "The global id of the person, organization, initiative, event or product that"
                        + " paths start at.", id, null),
                new Root.Parameter("to", "The global id of the person, organization, initiative, event or product that paths"
                        + " end at.", id, null),
                new Root.Parameter("at",
                        "Only over what held at this time. Units of initiatives, events and products say no period and"
                                + " hold always.",
                        (GraphQLInputType) graph.leaf(PartialDate.class), null),
                new Root.Parameter("possibly", "Goes with at: whether it is enough that a fact can have held then. Otherwise"
                        + " its dates must prove it.", Scalars.GraphQLBoolean, null),
                new Root.Parameter("maxLength", "The most hops of a path; 1 to " + PathMaking.MOST_HOPS + ".",
                        Scalars.GraphQLInt, PathMaking.USUAL_HOPS),
                new Root.Parameter("first", "The most paths; 1 to " + PathMaking.MOST_PATHS + ".", Scalars.GraphQLInt,
                        PathMaking.USUAL_PATHS));
    }
}
