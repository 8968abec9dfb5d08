package dev.footnote.query.schema;

import java.util.Set;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;

/** A schema in the GraphQL schema definition language. */
public final class SchemaSdl {

    private static final SchemaPrinter PRINTER = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
            .includeDirectiveDefinition(Set.of("live", "knownAt")::contains).includeScalarTypes(true)
            .includeSchemaDefinition(false));

    private final GraphQLSchema schema;

    public SchemaSdl(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Prints the schema. This takes as long as several requests, so cache the result. */
    public String print() {
        return PRINTER.print(schema).strip() + "\n";
    }
}
