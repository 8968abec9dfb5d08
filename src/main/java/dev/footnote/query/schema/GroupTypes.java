package dev.footnote.query.schema;

import static dev.footnote.query.schema.ListArguments.argument;
import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.metamodel.annotation.BaseEntity;
import graphql.Directives;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;

/** Input types for groups: their keys, which groups are kept, and their order. */
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

    private final Metamodel metamodel;
    private final FilterTypes filters;
    private final GraphQLEnumType direction;

    GroupTypes(Metamodel metamodel, FilterTypes filters, GraphQLEnumType direction) {
        this.metamodel = metamodel;
        this.filters = filters;
        this.direction = direction;
    }

    /** The types that are shared by all entity types without summable attributes. */
    List<GraphQLNamedType> shared() {
        return List.of(oneOf("GroupOrder", "One key to order groups by.").fields(orders()).build(),
                GraphQLInputObjectType.newInputObject().name("GroupHaving").description("Which groups are kept.")
                        .field(input("count", "How many records a group has.", filters.numbers())).build());
    }

    List<GraphQLNamedType> of(EntityType entityType) {
        List<GraphQLNamedType> types = new ArrayList<>(List.of(by(entityType)));
        entityType.attributes(Attribute.Embedded.class).stream()
                .forEach(group -> types.add(by(group)));
        entityType.sums().forEach(sum -> types.add(having(entityType, sum)));
        if (!entityType.sums().isEmpty()) {
            types.add(having(entityType));
            types.add(sumHaving(entityType));
            types.add(
                    oneOf(entityType.type() + "GroupOrder", "One key to order groups of " + entityType.type() + " records by.")
                            .fields(orders())
                            .field(input("sum", "The sum over the records of a group.",
                                    typeRef(entityType.type() + "SumOrder")))
                            .build());
        }
        return types;
    }

    List<GraphQLArgument> arguments(EntityType entityType) {
        String own = entityType.sums().isEmpty() ? "" : entityType.type();
        List<GraphQLArgument> arguments = new ArrayList<>(List.of(
                argument("by", "The keys that records are grouped by, 1 to 5.",
                        nonNull(GraphQLList.list(nonNull(typeRef(entityType.type() + "GroupBy"))))),
                argument("having", "Only groups of which this holds.", typeRef(own + "GroupHaving")),
                argument("orderBy",
                        "What the groups are ordered by, the most important key first; in the end by their keys, ascending.",
                        GraphQLList.list(nonNull(typeRef(own + "GroupOrder"))))));
        arguments.addAll(ListArguments.page("groups"));
        return arguments;
    }

    private GraphQLInputObjectType by(EntityType entityType) {
        GraphQLInputObjectType.Builder by = oneOf(entityType.type() + "GroupBy",
                "One key to group " + entityType.type() + " records by.");
        entityType.attributes(FilterableAttribute.class).forEach(attribute -> attribute
                .<Optional<GraphQLInputObjectField>> match(
                        value -> Optional.of(value).filter(GroupTypes::isServed)
                                .map(served -> input(value, value.domain() == ValueType.DATE ? BUCKETS : GROUPING)),
                        group -> Optional.of(input(group, typeRef(group.type() + "GroupBy"))),
                        relation -> Optional.of(input(relation, by(relation.target()))),
                        relation -> Optional.of(input(relation.name(),
                                "What one of these has; a record is in the group of each: "
                                        + relation.description(),
                                by(relation.target()))))
                .ifPresent(by::field));
        return by.build();
    }

    private GraphQLInputType by(Class<? extends BaseEntity> target) {
        return typeRef(metamodel.entityType(target).type() + "GroupBy");
    }

    private static GraphQLInputObjectField input(Attribute attribute, GraphQLInputType type) {
        return input(attribute.name(), attribute.description(), type);
    }

    private static GraphQLInputObjectType by(Attribute.Embedded group) {
        GraphQLInputObjectType.Builder by = oneOf(group.type() + "GroupBy",
                "What values of type " + group.type() + " are grouped by.");
        group.values().stream().skip(1).forEach(value -> by.field(input(value.name(), value.description(), GROUPING)));
        return by.build();
    }

    private GraphQLInputObjectType having(EntityType entityType) {
        return GraphQLInputObjectType.newInputObject().name(entityType.type() + "GroupHaving")
                .description("Which groups of " + entityType.type() + " records are kept. All that is given must hold.")
                .field(input("count", "How many records a group has.", filters.numbers()))
                .field(input("sum", "A sum over the records of a group.", typeRef(entityType.type() + "SumHaving"))).build();
    }

    private GraphQLInputObjectType sumHaving(EntityType entityType) {
        GraphQLInputObjectType.Builder type = oneOf(entityType.type() + "SumHaving",
                "One value of " + entityType.type() + " records whose sum decides.");
        entityType.sums().forEach(sum -> type.field(input(sum.attribute().name(), sum.attribute().description(),
                typeRef(sum.type(entityType) + "SumHaving"))));
        return type.build();
    }

    private GraphQLInputObjectType having(EntityType entityType, SummableAttribute sum) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(sum.type(entityType) + "SumHaving")
                .description("What a sum must be. Only what has all of this alike is added up.");
        sum.apart().forEach(part -> type.field(ListArgumentTypes.apart(part)));
        return type.field(input("is", "What the sum must be.", nonNull(filters.filter(sum.added())))).build();
    }

    /**
     * Whether the value can be a group key. The global id cannot, because the slug identifies the same record within one
     * type.
     */
    static boolean isServed(Attribute.Scalar value) {
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
