package dev.footnote.schema;

import static dev.footnote.schema.ListArguments.argument;
import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.ArrayList;
import java.util.List;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;
import graphql.Directives;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;

/** What an asker can say about groups: by which keys, which of them, in which order. */
final class GroupTypes {

    private static final GraphQLEnumType GROUPING = GraphQLEnumType.newEnum().name("Grouping")
            .description("How a value makes groups.")
            .value("VALUE", "VALUE", "Records with the same value are a group; those where it is unknown are one too.").build();

    private static final GraphQLEnumType BUCKETS = GraphQLEnumType.newEnum().name("DateGrouping")
            .description("How a date makes groups. A date falls into a group only where it is known so exactly; "
                    + "all others, and those that are unknown, are one group.")
            .value("YEAR", "YEAR", "By year.")
            .value("QUARTER", "QUARTER", "By quarter of the calendar year.")
            .value("MONTH", "MONTH", "By month.").build();

    private final Graph graph;
    private final FilterTypes filters;
    private final GraphQLEnumType direction;

    GroupTypes(Graph graph, FilterTypes filters, GraphQLEnumType direction) {
        this.graph = graph;
        this.filters = filters;
        this.direction = direction;
    }

    /** The types that are the same for all nouns of which nothing can be added up. */
    List<GraphQLNamedType> shared() {
        return List.of(oneOf("GroupOrder", "One key to order groups by.").fields(orders()).build(),
                GraphQLInputObjectType.newInputObject().name("GroupHaving").description("Which groups are kept.")
                        .field(input("count", "How many records a group has.", filters.numbers())).build());
    }

    List<GraphQLNamedType> of(Noun noun) {
        List<GraphQLNamedType> types = new ArrayList<>(List.of(by(noun)));
        noun.members().stream().filter(Member.Group.class::isInstance).map(Member.Group.class::cast)
                .forEach(group -> types.add(by(group)));
        noun.sums().forEach(sum -> types.add(having(noun, sum)));
        if (!noun.sums().isEmpty()) {
            types.add(having(noun));
            types.add(sumHaving(noun));
            types.add(oneOf(noun.type() + "GroupOrder", "One key to order groups of " + noun.type() + " records by.")
                    .fields(orders())
                    .field(input("sum", "The sum over the records of a group.", typeRef(noun.type() + "SumOrder"))).build());
        }
        return types;
    }

    List<GraphQLArgument> arguments(Noun noun) {
        String own = noun.sums().isEmpty() ? "" : noun.type();
        List<GraphQLArgument> arguments = new ArrayList<>(List.of(
                argument("by", "The keys that records are grouped by, 1 to 5.",
                        nonNull(GraphQLList.list(nonNull(typeRef(noun.type() + "GroupBy"))))),
                argument("having", "Only groups of which this holds.", typeRef(own + "GroupHaving")),
                argument("orderBy",
                        "What the groups are ordered by, the most important key first; in the end by their keys, ascending.",
                        GraphQLList.list(nonNull(typeRef(own + "GroupOrder"))))));
        arguments.addAll(ListArguments.page("groups"));
        return arguments;
    }

    private GraphQLInputObjectType by(Noun noun) {
        GraphQLInputObjectType.Builder by = oneOf(noun.type() + "GroupBy",
                "One key to group " + noun.type() + " records by.");
        for (Member member : noun.members()) {
            if (member instanceof Member.Value value && isServed(value)) {
                by.field(input(member.name(), member.description(), value.domain() == Domain.DATE ? BUCKETS : GROUPING));
            } else if (member instanceof Member.ToOne way) {
                by.field(input(member.name(), member.description(), typeRef(graph.noun(way.target()).type() + "GroupBy")));
            } else if (member instanceof Member.ToMany way) {
                by.field(input(member.name(), "What one of these has; a record is in the group of each: "
                        + member.description(), typeRef(graph.noun(way.target()).type() + "GroupBy")));
            } else if (member instanceof Member.Group group) {
                by.field(input(member.name(), member.description(), typeRef(group.type() + "GroupBy")));
            }
        }
        return by.build();
    }

    private static GraphQLInputObjectType by(Member.Group group) {
        GraphQLInputObjectType.Builder by = oneOf(group.type() + "GroupBy",
                "What values of type " + group.type() + " are grouped by.");
        group.values().stream().skip(1).forEach(value -> by.field(input(value.name(), value.description(), GROUPING)));
        return by.build();
    }

    private GraphQLInputObjectType having(Noun noun) {
        return GraphQLInputObjectType.newInputObject().name(noun.type() + "GroupHaving")
                .description("Which groups of " + noun.type() + " records are kept. All that is given must hold.")
                .field(input("count", "How many records a group has.", filters.numbers()))
                .field(input("sum", "A sum over the records of a group.", typeRef(noun.type() + "SumHaving"))).build();
    }

    private GraphQLInputObjectType sumHaving(Noun noun) {
        GraphQLInputObjectType.Builder type = oneOf(noun.type() + "SumHaving",
                "One value of " + noun.type() + " records whose sum decides.");
        noun.sums().forEach(sum -> type.field(input(sum.member().name(), sum.member().description(),
                typeRef(sum.type(noun) + "SumHaving"))));
        return type.build();
    }

    private GraphQLInputObjectType having(Noun noun, Sum sum) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(sum.type(noun) + "SumHaving")
                .description("What a sum must be. Only what has all of this alike is added up.");
        sum.apart().forEach(part -> type.field(InputTypes.apart(part)));
        return type.field(input("is", "What the sum must be.", nonNull(filters.filter(sum.added())))).build();
    }

    /** The global id is left out because the slug says the same within one kind. */
    static boolean isServed(Member.Value value) {
        return value.prefix() == null;
    }

    private List<GraphQLInputObjectField> orders() {
        return List.of(input("key", "The keys that are grouped by, in turn.", direction),
                input("count", "The number of records.", direction));
    }

    private static GraphQLInputObjectField input(String name, String description, GraphQLInputType type) {
        return newInputObjectField().name(name).description(description).type(type).build();
    }

    private static GraphQLInputObjectType.Builder oneOf(String name, String description) {
        return GraphQLInputObjectType.newInputObject().name(name).description(description)
                .withAppliedDirective(Directives.OneOfDirective.toAppliedDirective());
    }
}
