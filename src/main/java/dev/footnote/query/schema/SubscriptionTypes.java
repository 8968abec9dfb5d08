package dev.footnote.query.schema;

import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.Optional;

import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SubscriptionField;
import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;

/** The subscription type. */
final class SubscriptionTypes {

    private static final String AFTER = "The number of the last record that the client has; every later one is sent, without"
            + " loss and without repeat. Where it is not given, only new ones are sent.";

    private SubscriptionTypes() {
    }

    /** The type; empty if nothing can be subscribed to. */
    static Optional<GraphQLObjectType> subscription(Metamodel metamodel) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name("Subscription")
                .description("What is sent as it happens, over WebSocket or as server-sent events.");
        metamodel.subscriptions().forEach(field -> type.field(field(field)));
        return metamodel.subscriptions().isEmpty() ? Optional.empty() : Optional.of(type.build());
    }

    private static GraphQLFieldDefinition field(SubscriptionField field) {
        String type = field.entityType().type();
        return GraphQLFieldDefinition.newFieldDefinition().name(field.name()).description(field.description())
                .type(nonNull(typeRef(type))).argument(ListArguments.argument("after", AFTER, Scalars.GraphQLInt))
                .argument(ListArguments.argument("filter", "Only records of which this holds.", typeRef(type + "Filter")))
                .build();
    }
}
