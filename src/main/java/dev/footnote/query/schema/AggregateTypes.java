package dev.footnote.query.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.math.BigDecimal;
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
import dev.footnote.metamodel.scalar.PartialDate;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;

/** Schema types for aggregates over many records: numbers and groups. */
final class AggregateTypes {

    private final Metamodel metamodel;

    AggregateTypes(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    /** The types that all entity types share. */
    List<GraphQLNamedType> shared() {
        GraphQLOutputType decimal = decimal();
        GraphQLOutputType date = metamodel.leaf(PartialDate.class);
        return List.of(
                object("Bucket", "A year, a quarter or a month that dates fall into.")
                        .field(field("year", "The year.", nonNull(Scalars.GraphQLInt)))
                        .field(field("quarter", "The quarter, 1 to 4. Null for a year.", Scalars.GraphQLInt))
                        .field(field("month", "The month, 1 to 12. Null for a year and for a quarter.", Scalars.GraphQLInt))
                        .build(),
                object("ValueAggregate", "Numbers about the values of a field.").field(known())
                        .field(field("distinct", "How many different values there are.", nonNull(Scalars.GraphQLInt))).build(),
                object("IntAggregate", "Numbers about the whole numbers in a field.").field(known())
                        .fields(range(Scalars.GraphQLInt, decimal)).build(),
                object("DecimalAggregate", "Numbers about the decimal numbers in a field, which make no sum.").field(known())
                        .fields(range(decimal, decimal)).build(),
                object("DateAggregate", "Between which dates the dates in a field lie.").field(known())
                        .field(field("earliest", "The date whose first possible day comes first, as it is written; of several, "
                                + "the least exact. Null when none is known.", date))
                        .field(field("latest", "The date whose last possible day comes last, as it is written; of several, "
                                + "the least exact. Null when none is known.", date))
                        .build());
    }

    List<GraphQLNamedType> of(EntityType entityType) {
        List<GraphQLNamedType> types = new ArrayList<>(List.of(aggregate(entityType), key(entityType), group(entityType)));
        entityType.attributes(Attribute.Embedded.class).stream()
                .forEach(group -> types.add(key(group)));
        entityType.sums().forEach(sum -> types.add(aggregate(entityType, sum)));
        return types;
    }

    /**
     * The fields that connections of listed entity types have in addition to those of Relay.
     *
     * @param arguments the arguments of the field for groups
     */
    List<GraphQLFieldDefinition> fields(EntityType entityType, List<GraphQLArgument> arguments) {
        return List.of(
                field("aggregate", "Numbers over all records of the list, not only those of the page.",
                        nonNull(typeRef(entityType.type() + "Aggregate"))),
                newFieldDefinition().name("groups")
                        .description(
                                "The records of the list in groups, by the keys in ascending order when not said otherwise.")
                        .type(nonNull(typeRef(entityType.type() + "GroupPage"))).arguments(arguments).build());
    }

    private GraphQLObjectType aggregate(EntityType entityType) {
        GraphQLObjectType.Builder type = object(entityType.type() + "Aggregate",
                "Numbers over many " + entityType.type() + " records.")
                .field(field("count", "How many records there are.", nonNull(Scalars.GraphQLInt)));
        for (Attribute attribute : entityType.attributes()) {
            SummableAttribute sum = entityType.sum(attribute.name());
            if (sum != null) {
                type.field(field(attribute.name(), attribute.description(),
                        nonNull(GraphQLList.list(nonNull(typeRef(sum.type(entityType) + "Aggregate"))))));
            } else if (attribute instanceof Attribute.Scalar value && GroupTypes.isServed(value)) {
                type.field(field(attribute.name(), attribute.description(), nonNull(typeRef(switch (value.domain()) {
                    case INTEGER -> "IntAggregate";
                    case DECIMAL -> "DecimalAggregate";
                    case DATE -> "DateAggregate";
                    default -> "ValueAggregate";
                }))));
            }
        }
        return type.build();
    }

    private GraphQLObjectType aggregate(EntityType entityType, SummableAttribute sum) {
        GraphQLOutputType value = sum.added().type();
        GraphQLObjectType.Builder type = object(sum.type(entityType) + "Aggregate",
                "Numbers over many values, of one unit and currency because others make no sum with them.");
        sum.apart().forEach(part -> type.field(
                field(part.name(), part.description(), part.required() ? nonNull(part.type()) : part.type())));
        return type.field(known()).field(field("sum", "The sum.", value)).fields(range(value, decimal())).build();
    }

    private GraphQLObjectType key(EntityType entityType) {
        GraphQLObjectType.Builder type = object(entityType.type() + "GroupKey", "What the " + entityType.type()
                + " records of a group have in common. Null where it is unknown, and where it is not grouped by.");
        entityType.attributes(FilterableAttribute.class).forEach(attribute -> attribute
                .<Optional<GraphQLFieldDefinition>> match(
                        value -> Optional.of(value).filter(GroupTypes::isServed)
                                .map(served -> field(value.name(), value.description(),
                                        value.domain() == ValueType.DATE ? typeRef("Bucket") : value.type())),
                        group -> Optional
                                .of(field(group.name(), group.description(), nonNull(typeRef(group.type() + "GroupKey")))),
                        relation -> Optional.of(field(relation.name(), relation.description(), key(relation.target()))),
                        relation -> Optional.of(field(relation.name(), "What one of these has: " + relation.description(),
                                key(relation.target()))))
                .ifPresent(type::field));
        return type.build();
    }

    private GraphQLOutputType key(Class<? extends BaseEntity> target) {
        return nonNull(typeRef(metamodel.entityType(target).type() + "GroupKey"));
    }

    private static GraphQLObjectType key(Attribute.Embedded group) {
        GraphQLObjectType.Builder type = object(group.type() + "GroupKey", "What the values of type " + group.type()
                + " of a group have in common. Null where it is unknown, and where it is not grouped by.");
        group.values().stream().skip(1).forEach(value -> type.field(field(value.name(), value.description(), value.type())));
        return type.build();
    }

    private static GraphQLObjectType group(EntityType entityType) {
        return object(entityType.type() + "Group", entityType.type() + " records that have something in common.")
                .field(field("key", "What they have in common.", nonNull(typeRef(entityType.type() + "GroupKey"))))
                .field(field("count", "How many records there are.", nonNull(Scalars.GraphQLInt)))
                .field(field("aggregate", "Numbers over the records.", nonNull(typeRef(entityType.type() + "Aggregate"))))
                .field(field("filter", "What leads to the records of the group: with the list's own filter, a value for a "
                        + "variable of type " + entityType.type() + "Filter.", nonNull(FilterTypes.JSON)))
                .build();
    }

    private GraphQLOutputType decimal() {
        return metamodel.leaf(BigDecimal.class);
    }

    private static GraphQLFieldDefinition known() {
        return field("known", "How many records have a value.", nonNull(Scalars.GraphQLInt));
    }

    private static List<GraphQLFieldDefinition> range(GraphQLOutputType value, GraphQLOutputType decimal) {
        return List.of(field("min", "The lowest value. Null when none is known.", value),
                field("max", "The highest value. Null when none is known.", value),
                field("average", "The sum by the number of known values, to 12 digits behind the point, rounded half up."
                        + " Null when none is known.", decimal));
    }

    private static GraphQLObjectType.Builder object(String name, String description) {
        return GraphQLObjectType.newObject().name(name).description(description);
    }

    private static GraphQLFieldDefinition field(String name, String description, GraphQLOutputType type) {
        return newFieldDefinition().name(name).description(description).type(type).build();
    }
}
