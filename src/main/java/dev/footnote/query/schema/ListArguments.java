package dev.footnote.query.schema;

import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.scalar.PartialDate;
import dev.footnote.metamodel.scalar.Revisions;
import dev.footnote.query.QueryLimits;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;

/** Arguments of lists: the page, the point in time, and the revisions. */
final class ListArguments {

    private final Metamodel metamodel;

    ListArguments(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    /** The depth argument: the most steps of a hierarchy traversal. */
    GraphQLArgument depth() {
        return argument("depth", WithinType.DEPTH, Scalars.GraphQLInt);
    }

    /** The argument for which revisions of restated data are included. */
    GraphQLArgument revisions() {
        return argument("revisions", "Which revisions of reports and of their figures there are, here and in all that is asked"
                + " below, in filters, orders, numbers and groups, too. Where it is not given, it is taken from the field"
                + " around; at the root it is LATEST.", (GraphQLInputType) metamodel.leaf(Revisions.class));
    }

    /** The arguments for the time for which relations are evaluated. */
    List<GraphQLArgument> asOf(String what) {
        return List.of(
                argument("at", what + " A day, or a period of which one day is enough. "
                        + "Null for all times. Where it is not given, it is taken from the field around.",
                        (GraphQLInputType) metamodel.leaf(PartialDate.class)),
                argument("possibly", "Whether it is enough that a relation can have held then, as far as its dates are known;"
                        + " else its dates must prove it.", Scalars.GraphQLBoolean));
    }

    List<GraphQLArgument> pageArguments(EntityType entityType) {
        List<GraphQLArgument> arguments = new ArrayList<>(page("records"));
        arguments.addAll(List.of(
                argument("offset", "Skips this many records first. A cursor is faster and never shifts.", Scalars.GraphQLInt),
                argument("filter", "Only records of which this holds.", typeRef(entityType.type() + "Filter")),
                argument("orderBy", "What the records are ordered by, the most important key first.",
                        GraphQLList.list(nonNull(typeRef(entityType.type() + "Order"))))));
        return arguments;
    }

    /**
     * The page arguments.
     *
     * @param many the name of the listed items, such as records, groups or rows
     */
    static List<GraphQLArgument> page(String many) {
        return List.of(
                argument("first", "The " + many + " on the page, counted from the start; 0 to " + QueryLimits.USUAL_MOST + ", "
                        + QueryLimits.USUAL_PAGE + " when neither first nor last is given.", Scalars.GraphQLInt),
                argument("after", "Only " + many + " behind this cursor.", Scalars.GraphQLString),
                argument("last", "The " + many + " on the page, counted from the end; 0 to " + QueryLimits.USUAL_MOST + ".",
                        Scalars.GraphQLInt),
                argument("before", "Only " + many + " ahead of this cursor.", Scalars.GraphQLString));
    }

    List<GraphQLArgument> parameters(List<QueryField.Argument> parameters) {
        return parameters.stream().map(parameter -> {
            GraphQLArgument.Builder argument = GraphQLArgument.newArgument().name(parameter.name())
                    .description(parameter.description()).type(parameter.type());
            return (parameter.defaultValue() == null ? argument : argument.defaultValueProgrammatic(parameter.defaultValue()))
                    .build();
        }).toList();
    }

    static GraphQLArgument argument(String name, String description, GraphQLInputType type) {
        return GraphQLArgument.newArgument().name(name).description(description).type(type).build();
    }
}
