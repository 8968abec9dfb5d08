package dev.footnote.query.schema;

import static dev.footnote.query.schema.ListArgumentTypes.apart;
import static dev.footnote.query.schema.ListArgumentTypes.field;
import static dev.footnote.query.schema.ListArgumentTypes.oneOf;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.ComputedSortKey;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SummableAttribute;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedInputType;

/** Input types for the order of a list. */
final class OrderTypes {

    static final GraphQLEnumType DIRECTION = GraphQLEnumType.newEnum().name("OrderDirection")
            .description("Which records come first.")
            .value("ASC", "ASC", "The lowest or earliest first, the unknown last.")
            .value("DESC", "DESC", "The highest or latest first, the unknown last.")
            .value("ASC_NULLS_FIRST", "ASC_NULLS_FIRST", "The unknown first, then the lowest or earliest.")
            .value("DESC_NULLS_FIRST", "DESC_NULLS_FIRST", "The unknown first, then the highest or latest.").build();

    private final Metamodel metamodel;

    OrderTypes(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    List<GraphQLNamedInputType> of(EntityType entityType) {
        List<GraphQLNamedInputType> types = new ArrayList<>(List.of(order(entityType)));
        entityType.attributes(Attribute.Embedded.class).forEach(group -> types.add(order(group)));
        entityType.sortKeys().forEach(key -> types.add(order(entityType, key)));
        if (metamodel.isReferenced(entityType)) {
            types.add(listOrder(entityType));
        }
        if (!entityType.sums().isEmpty()) {
            types.add(sumOrder(entityType));
            entityType.sums().forEach(sum -> types.add(sumOrder(entityType, sum)));
        }
        return types;
    }

    private GraphQLInputObjectType order(EntityType entityType) {
        GraphQLInputObjectType.Builder order = oneOf(entityType.type() + "Order",
                "One key to order " + entityType.type() + " records by.");
        entityType.attributes(FilterableAttribute.class).forEach(
                attribute -> orderType(attribute).map(type -> field(attribute, type)).ifPresent(order::field));
        entityType.sortKeys().forEach(key -> order.field(field(key.name(), key.description(), typeRef(key.type(entityType)))));
        return order.build();
    }

    private Optional<GraphQLInputType> orderType(FilterableAttribute attribute) {
        return attribute.match(value -> value.prefix() == null ? Optional.of(DIRECTION) : Optional.empty(),
                group -> Optional.of(typeRef(group.type() + "Order")),
                relation -> Optional.of(typeRef(metamodel.entityType(relation.target()).type() + "Order")),
                relation -> Optional.of(typeRef(metamodel.entityType(relation.target()).type() + "ListOrder")));
    }

    private static GraphQLInputObjectType order(EntityType entityType, ComputedSortKey key) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(key.type(entityType))
                .description(key.description());
        key.parameters().forEach(named -> order.field(field(named.name(), named.description(), named.type())));
        return order.field(field("direction", "Which numbers come first.", nonNull(DIRECTION))).build();
    }

    private static GraphQLInputObjectType order(Attribute.Embedded group) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(group.type() + "Order")
                .description("An order by values that have all of this alike. All others are taken for unknown.");
        group.values().stream().skip(1).forEach(part -> order.field(apart(part)));
        return order.field(field("direction", "Which values come first.", nonNull(DIRECTION))).build();
    }

    private GraphQLInputObjectType listOrder(EntityType entityType) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(entityType.type() + "ListOrder")
                .description("An order by the " + entityType.type() + " records that there are: "
                        + (entityType.sums().isEmpty() ? "by their number." : "by their number or by a sum over them."))
                .field(field("of", "Which records count; all when not given.", typeRef(entityType.type() + "Filter")))
                .field(field("count", "The number of records.", DIRECTION));
        if (!entityType.sums().isEmpty()) {
            order.field(field("sum", "The sum over the records, unknown where there are none.",
                    typeRef(entityType.type() + "SumOrder")));
        }
        return order.build();
    }

    private GraphQLInputObjectType sumOrder(EntityType entityType) {
        GraphQLInputObjectType.Builder order = oneOf(entityType.type() + "SumOrder",
                "One value of " + entityType.type() + " records whose sum is ordered by.");
        entityType.sums().forEach(sum -> order.field(field(sum.attribute(), typeRef(sum.type(entityType) + "SumOrder"))));
        return order.build();
    }

    private GraphQLInputObjectType sumOrder(EntityType entityType, SummableAttribute sum) {
        GraphQLInputObjectType.Builder order = GraphQLInputObjectType.newInputObject().name(sum.type(entityType) + "SumOrder")
                .description("An order by a sum. Only what has all of this alike is added up.");
        sum.apart().forEach(part -> order.field(apart(part)));
        return order.field(field("direction", "Which sums come first.", nonNull(DIRECTION))).build();
    }
}
