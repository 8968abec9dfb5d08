package dev.footnote.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.List;

import dev.footnote.graph.Key;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import dev.footnote.limit.Limits;
import graphql.Directives;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;

/** What an asker can say about a list: which records, in which order, how many, from where. */
final class InputTypes {

    private static final GraphQLEnumType DIRECTION = GraphQLEnumType.newEnum().name("OrderDirection")
            .description("Which records come first.")
            .value("ASC", "ASC", "The lowest or earliest first, the unknown last.")
            .value("DESC", "DESC", "The highest or latest first, the unknown last.")
            .value("ASC_NULLS_FIRST", "ASC_NULLS_FIRST", "The unknown first, then the lowest or earliest.")
            .value("DESC_NULLS_FIRST", "DESC_NULLS_FIRST", "The unknown first, then the highest or latest.").build();

    private final FilterTypes filters = new FilterTypes();

    List<GraphQLNamedInputType> of(Noun noun) {
        return List.of(filter(noun), order(noun));
    }

    private GraphQLInputObjectType filter(Noun noun) {
        String name = noun.type() + "Filter";
        GraphQLInputObjectType.Builder filter = GraphQLInputObjectType.newInputObject().name(name)
                .description("Which " + noun.type() + " records. All that is given must hold; an empty filter matches all.")
                .field(newInputObjectField().name("and").description("All of these hold. An empty list always holds.")
                        .type(GraphQLList.list(nonNull(typeRef(name)))))
                .field(newInputObjectField().name("or").description("At least one of these holds. An empty list never holds.")
                        .type(GraphQLList.list(nonNull(typeRef(name)))))
                .field(newInputObjectField().name("not").description("This does not hold.").type(typeRef(name)));
        noun.members().forEach(member -> filterField(member, filter));
        return filter.build();
    }

    /** The global id is left out because the slug says the same within one kind. */
    private void filterField(Member member, GraphQLInputObjectType.Builder filter) {
        if (member instanceof Member.Value value && value.prefix() == null) {
            filter.field(newInputObjectField().name(value.name()).description(value.description())
                    .type(filters.filter(value)));
        } else if (member instanceof Member.Group group) {
            filter.field(newInputObjectField().name(group.name()).description(group.description())
                    .type(filters.filter(group)));
        }
    }

    private GraphQLInputObjectType order(Noun noun) {
        GraphQLInputObjectType.Builder order = oneOf(noun.type() + "Order", "One key to order " + noun.type() + " records by.");
        values(noun).forEach(value -> order.field(newInputObjectField().name(value.name()).description(value.description())
                .type(DIRECTION)));
        return order.build();
    }

    private static List<Member.Value> values(Noun noun) {
        return noun.members().stream().filter(Member.Value.class::isInstance).map(Member.Value.class::cast)
                .filter(value -> value.prefix() == null).toList();
    }

    List<GraphQLArgument> pageArguments(Noun noun) {
        return List.of(
                argument("first", "The records on the page, counted from the start; 0 to " + Limits.USUAL_MOST + ", "
                        + Limits.USUAL_PAGE + " when neither first nor last is given.", Scalars.GraphQLInt),
                argument("after", "Only records behind this cursor.", Scalars.GraphQLString),
                argument("last", "The records on the page, counted from the end; 0 to " + Limits.USUAL_MOST + ".",
                        Scalars.GraphQLInt),
                argument("before", "Only records ahead of this cursor.", Scalars.GraphQLString),
                argument("offset", "Skips this many records first. A cursor is faster and never shifts.", Scalars.GraphQLInt),
                argument("filter", "Only records of which this holds.", typeRef(noun.type() + "Filter")),
                argument("orderBy", "What the records are ordered by, the most important key first.",
                        GraphQLList.list(nonNull(typeRef(noun.type() + "Order")))));
    }

    /** A page of a list that is read from its start only. */
    List<GraphQLArgument> forward() {
        return List.of(
                argument("first", "The rows on the page; 0 to " + Limits.USUAL_MOST + ", " + Limits.USUAL_PAGE
                        + " when not given.", Scalars.GraphQLInt),
                argument("after", "Only rows behind this cursor.", Scalars.GraphQLString));
    }

    List<GraphQLArgument> parameters(List<Root.Parameter> parameters) {
        return parameters.stream().map(parameter -> {
            GraphQLArgument.Builder argument = GraphQLArgument.newArgument().name(parameter.name())
                    .description(parameter.description()).type(parameter.type());
            return (parameter.usual() == null ? argument : argument.defaultValueProgrammatic(parameter.usual())).build();
        }).toList();
    }

    private static GraphQLArgument argument(String name, String description, GraphQLInputType type) {
        return GraphQLArgument.newArgument().name(name).description(description).type(type).build();
    }

    static String lookupName(Root.Lookup lookup) {
        return lookup.noun().type() + "By";
    }

    GraphQLInputObjectType lookup(Root.Lookup lookup) {
        String noun = lookup.noun().type();
        GraphQLInputObjectType.Builder by = oneOf(lookupName(lookup), "Which " + noun + " record: exactly one key is given.")
                .field(newInputObjectField().name("id").description("Its global id.").type(Scalars.GraphQLID))
                .field(newInputObjectField().name("slug").description("The id that the dataset gives it.")
                        .type(Scalars.GraphQLID));
        lookup.keys().forEach(key -> by.field(newInputObjectField().name(key.name()).description(key.description())
                .type(key(key))));
        return by.build();
    }

    private GraphQLInputObjectType key(Key key) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(key.noun().type() + "Key")
                .description(key.noun().description());
        key.members().forEach(name -> type.field(newInputObjectField().name(name)
                .description(key.noun().value(name).description())
                .type(nonNull((GraphQLInputType) key.noun().value(name).type()))));
        return type.build();
    }

    private static GraphQLInputObjectType.Builder oneOf(String name, String description) {
        return GraphQLInputObjectType.newInputObject().name(name).description(description)
                .withAppliedDirective(Directives.OneOfDirective.toAppliedDirective());
    }
}
