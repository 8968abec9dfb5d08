package dev.footnote.query.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.List;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;

/** Schema types of a page, named as in the Relay Cursor Connections specification. */
final class ConnectionTypes {

    /**
     * The connection type.
     *
     * @param more fields in addition to those of Relay
     */
    GraphQLObjectType connection(String entityType, List<GraphQLFieldDefinition> more) {
        return GraphQLObjectType.newObject().name(entityType + "Connection")
                .description("One page of a list of " + entityType + " records.")
                .field(field("edges", "The records of the page, each with its cursor.",
                        nonNull(GraphQLList.list(nonNull(typeRef(entityType + "Edge"))))))
                .field(field("nodes", "The records of the page without their cursors.",
                        nonNull(GraphQLList.list(nonNull(typeRef(entityType))))))
                .field(field("pageInfo", "Where the page stands in the list.", nonNull(typeRef("PageInfo"))))
                .field(field("totalCount", "How many records the whole list has. Counted only when asked for.",
                        nonNull(Scalars.GraphQLInt)))
                .fields(more).build();
    }

    /** A page of values that are not records. It has no edges, because Relay requires a record at the end of each edge. */
    GraphQLObjectType page(String type) {
        return GraphQLObjectType.newObject().name(type + "Page").description("One page of a list.")
                .field(field("nodes", "What is on the page.", nonNull(GraphQLList.list(nonNull(typeRef(type))))))
                .field(field("pageInfo", "Where the page stands in the list.", nonNull(typeRef("PageInfo"))))
                .field(field("totalCount", "How much the whole list has. Counted only when asked for.",
                        nonNull(Scalars.GraphQLInt)))
                .build();
    }

    GraphQLObjectType edge(String entityType) {
        return GraphQLObjectType.newObject().name(entityType + "Edge").description("One " + entityType + " record in its list.")
                .field(field("cursor", "The place of the record in the list, for the arguments after and before.",
                        nonNull(Scalars.GraphQLString)))
                .field(field("node", "The record.", nonNull(typeRef(entityType)))).build();
    }

    GraphQLObjectType pageInfo() {
        return GraphQLObjectType.newObject().name("PageInfo").description("Where a page stands in its list.")
                .field(field("hasNextPage", "Whether records follow the page.", nonNull(Scalars.GraphQLBoolean)))
                .field(field("hasPreviousPage", "Whether records precede the page.", nonNull(Scalars.GraphQLBoolean)))
                .field(field("startCursor", "The cursor of the first record. Null when the page is empty.",
                        Scalars.GraphQLString))
                .field(field("endCursor", "The cursor of the last record. Null when the page is empty.",
                        Scalars.GraphQLString))
                .build();
    }

    private static GraphQLFieldDefinition field(String name, String description, GraphQLOutputType type) {
        return newFieldDefinition().name(name).description(description).type(type).build();
    }
}
