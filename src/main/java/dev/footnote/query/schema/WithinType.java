package dev.footnote.query.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;

import dev.footnote.query.QueryLimits;
import graphql.Scalars;
import graphql.schema.GraphQLInputObjectType;

/** The filter by the whole that a record is part of. All record types that have parts share it. */
final class WithinType {

    static final String DEPTH = "How many steps are taken: 1 to " + QueryLimits.DEEPEST + ", " + QueryLimits.DEEPEST
            + " when not given.";

    static final GraphQLInputObjectType TYPE = GraphQLInputObjectType.newInputObject().name("Within")
            .description("One record, by its slug or its id, with all its parts and the parts of these.")
            .field(newInputObjectField().name("slug").description("The id that the dataset gives it.").type(Scalars.GraphQLID))
            .field(newInputObjectField().name("id").description("Its global id.").type(Scalars.GraphQLID))
            .field(newInputObjectField().name("depth").description(DEPTH).type(Scalars.GraphQLInt)).build();

    private WithinType() {
    }
}
