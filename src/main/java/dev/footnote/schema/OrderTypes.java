package dev.footnote.schema;

import static dev.footnote.schema.InputTypes.apart;
import static dev.footnote.schema.InputTypes.field;
import static dev.footnote.schema.InputTypes.oneOf;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedInputType;

/** What the records of a list can be ordered by. */
final class OrderTypes {

    static final GraphQLEnumType DIRECTION = GraphQLEnumType.newEnum().name("OrderDirection")
            .description("Which records come first.")
            .value("ASC", "ASC", "The lowest or earliest first, the unknown last.")
            .value("DESC", "DESC", "The highest or latest first, the unknown last.")
            .value("ASC_NULLS_FIRST", "ASC_NULLS_FIRST", "The unknown first, then the lowest or earliest.")
            .value("DESC_NULLS_FIRST", "DESC_NULLS_FIRST", "The unknown first, then the highest or latest.").build();

    private final Graph graph;

    OrderTypes(Graph graph) {
        this.graph = graph;
    }

    List<GraphQLNamedInputType> of(Noun noun) {
        List<GraphQLNamedInputType> types = new ArrayList<>(List.of(order(noun)));
        noun.members().stream().filter(Member.Group.class::isInstance).map(Member.Group.class::cast)
                .forEach(group -> types.add(order(group)));
        noun.sortKeys().forEach(key -> types.add(order(noun, key)));
        if (graph.hangs(noun)) {
            types.add(listOrder(noun));
        }
        if (!noun.sums().isEmpty()) {
            types.add(sumOrder(noun));
            noun.sums().forEach(sum -> types.add(sumOrder(noun, sum)));
        }
        return types;
    }

    private GraphQLInputObjectType order(Noun noun) {
        GraphQLInputObjectType.Builder order = oneOf(noun.type() + "Order", "One key to order " + noun.type() + " records by.");
        for (Member member : noun.members()) {
            if (member instanceof Member.Value value && value.prefix() == null) {
                order.field(field(value, DIRECTION));
            } else if (member instanceof Member.ToOne way) {
                order.field(field(way, typeRef(graph.noun(way.target()).type() + "Order")));
            } else if (member instanceof Member.Group group) {
                order.field(field(group, typeRef(group.type() + "Order")));
            } else if (member instanceof Member.ToMany way) {
                order.field(field(way, typeRef(graph.noun(way.target()).type() + "ListOrder")));
            }
        }
        noun.sortKeys().forEach(key -> order.field(field(key.name(), key.description(), typeRef(key.type(noun)))));
        return order.build();
    }

    private static GraphQLInputObjectType order(Noun noun, Noun.SortKey key) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(key.type(noun))
                .description(key.description());
        key.parameters().forEach(named -> order.field(field(named.name(), named.description(), named.type())));
        return order.field(field("direction", "Which numbers come first.", nonNull(DIRECTION))).build();
    }

    private static GraphQLInputObjectType order(Member.Group group) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(group.type() + "Order")
                .description("An order by values that have all of this alike. All others are taken for unknown.");
        group.values().stream().skip(1).forEach(part -> order.field(apart(part)));
        return order.field(field("direction", "Which values come first.", nonNull(DIRECTION))).build();
    }

    private GraphQLInputObjectType listOrder(Noun noun) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(noun.type() + "ListOrder")
                .description("An order by the " + noun.type() + " records that there are: "
                        + (noun.sums().isEmpty() ? "by their number." : "by their number or by a sum over them."))
                .field(field("of", "Which records count; all when not given.", typeRef(noun.type() + "Filter")))
                .field(field("count", "The number of records.", DIRECTION));
        if (!noun.sums().isEmpty()) {
            order.field(field("sum", "The sum over the records, unknown where there are none.",
                    typeRef(noun.type() + "SumOrder")));
        }
        return order.build();
    }

    private GraphQLInputObjectType sumOrder(Noun noun) {
        GraphQLInputObjectType.Builder order = oneOf(noun.type() + "SumOrder",
                "One value of " + noun.type() + " records whose sum is ordered by.");
        noun.sums().forEach(sum -> order.field(field(sum.member(), typeRef(sum.type(noun) + "SumOrder"))));
        return order.build();
    }

    private GraphQLInputObjectType sumOrder(Noun noun, Sum sum) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(sum.type(noun) + "SumOrder")
                .description("An order by a sum. Only what has all of this alike is added up.");
        sum.apart().forEach(part -> order.field(apart(part)));
        return order.field(field("direction", "Which sums come first.", nonNull(DIRECTION))).build();
    }
}
