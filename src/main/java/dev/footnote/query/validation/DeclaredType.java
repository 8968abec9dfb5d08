package dev.footnote.query.validation;

import java.util.Optional;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;

/** The type of the schema that a document names, for example in the declaration of a variable. */
final class DeclaredType {

    private DeclaredType() {
    }

    /** Empty if the schema does not have the type. */
    static Optional<GraphQLType> of(Type<?> declared, GraphQLSchema schema) {
        if (declared instanceof NonNullType required) {
            return of(required.getType(), schema).map(GraphQLNonNull::nonNull);
        }
        if (declared instanceof ListType list) {
            return of(list.getType(), schema).map(GraphQLList::list);
        }
        return Optional.ofNullable(schema.getType(((TypeName) declared).getName()));
    }
}
