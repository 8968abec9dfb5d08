package dev.footnote.query.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;

/** A schema in the words of the schema language. */
public final class SchemaSdl {

    private static final SchemaPrinter PRINTER = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
            .includeDirectiveDefinitions(false).includeScalarTypes(true).includeSchemaDefinition(false));

    private final GraphQLSchema schema;

    public SchemaSdl(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Takes as long as several answers, so keep what it gives. */
    public String print() {
        return PRINTER.print(schema).strip() + "\n";
    }
}
