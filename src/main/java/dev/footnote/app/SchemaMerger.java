package dev.footnote.app;

import java.util.List;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;

/**
 * Adds the queries and mutations of the framework's schema to ours, with the types that only they use. Where both have a type
 * of the same name, ours stands: an annotated class is then a placeholder for a type that is made from the metamodel.
 */
final class SchemaMerger {

    private static final String MUTATIONS = "What changes the dataset. It needs an API key with the role editor. The fields of a"
            + " request are executed one after the other.";

    private final GraphQLSchema ours;
    private final GraphQLSchema framework;
    private final RecordFetcher records;

    SchemaMerger(GraphQLSchema ours, GraphQLSchema framework, RecordFetcher records) {
        this.ours = ours;
        this.framework = framework;
        this.records = records;
    }

    GraphQLSchema merged() {
        GraphQLObjectType query = framework.getQueryType();
        GraphQLObjectType mutation = framework.getMutationType();
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry(ours.getCodeRegistry());
        List<GraphQLFieldDefinition> queries = query.getFieldDefinitions().stream()
                .filter(field -> ours.getQueryType().getFieldDefinition(field.getName()) == null).toList();
        fetchers(query, queries, registry);
        GraphQLSchema.Builder merged = GraphQLSchema.newSchema(ours)
                .query(ours.getQueryType().transform(copy -> queries.forEach(field -> copy.field(field(field)))));
        if (mutation != null) {
            merged.mutation(object(mutation).transform(copy -> copy.description(MUTATIONS)));
        }
        for (GraphQLNamedType type : framework.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && type != query && !isOurs(type)) {
                fetchers(object, object.getFieldDefinitions(), registry);
            }
            // the framework declares scalars that no method uses
            if (type != query && type != mutation && !isOurs(type) && !(type instanceof GraphQLScalarType)) {
                merged.additionalType(copy(type));
            }
        }
        return merged.codeRegistry(registry.build()).build();
    }

    private void fetchers(GraphQLObjectType type, List<GraphQLFieldDefinition> fields, GraphQLCodeRegistry.Builder registry) {
        fields.forEach(field -> registry.dataFetcher(FieldCoordinates.coordinates(type, field), fetcher(type, field)));
    }

    private boolean isOurs(GraphQLNamedType type) {
        return type.getName().startsWith("__") || ours.getType(type.getName()) != null;
    }

    private DataFetcher<?> fetcher(GraphQLObjectType parent, GraphQLFieldDefinition field) {
        return records.reading(framework.getCodeRegistry().getDataFetcher(FieldCoordinates.coordinates(parent, field), field));
    }

    private static GraphQLNamedType copy(GraphQLNamedType type) {
        if (type instanceof GraphQLObjectType object) {
            return object(object);
        }
        return type instanceof GraphQLInputObjectType input ? input(input) : type;
    }

    /** A copy with the names of types in place of types, and without directives, because those hold types of the framework. */
    private static GraphQLObjectType object(GraphQLObjectType type) {
        List<GraphQLFieldDefinition> fields = type.getFieldDefinitions().stream().map(SchemaMerger::field).toList();
        return type
                .transform(copy -> copy.replaceFields(fields).replaceDirectives(List.of()).replaceAppliedDirectives(List.of()));
    }

    private static GraphQLFieldDefinition field(GraphQLFieldDefinition field) {
        List<GraphQLArgument> arguments = field.getArguments().stream()
                .map(argument -> argument.transform(copy -> copy.replaceDirectives(List.of())
                        .replaceAppliedDirectives(List.of()).type((GraphQLInputType) named(argument.getType()))))
                .toList();
        return field.transform(copy -> copy.replaceDirectives(List.of()).replaceAppliedDirectives(List.of())
                .type((GraphQLOutputType) named(field.getType())).replaceArguments(arguments));
    }

    private static GraphQLInputObjectType input(GraphQLInputObjectType type) {
        List<GraphQLInputObjectField> fields = type.getFieldDefinitions().stream()
                .map(field -> field.transform(copy -> copy.replaceDirectives(List.of()).replaceAppliedDirectives(List.of())
                        .type((GraphQLInputType) named(field.getType()))))
                .toList();
        return type
                .transform(copy -> copy.replaceFields(fields).replaceDirectives(List.of()).replaceAppliedDirectives(List.of()));
    }

    private static GraphQLType named(GraphQLType type) {
        if (type instanceof GraphQLNonNull some) {
            return GraphQLNonNull.nonNull(named(some.getWrappedType()));
        }
        if (type instanceof GraphQLList many) {
            return GraphQLList.list(named(many.getWrappedType()));
        }
        return GraphQLTypeReference.typeRef(((GraphQLNamedType) type).getName());
    }
}
