package dev.footnote.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.query.schema.SchemaSdl;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;

/** The schema is a contract in a reviewed file, and everything in it has a description. */
@QuarkusTest
class SchemaTest {

    private static final Path FILE = Path.of("schema.graphql");
    private static final String HOW = "The schema is not what schema.graphql says. Where that is meant, write it anew with"
            + " ./mvnw test -Dtest=SchemaTest -Dschema=write, and review the difference.";

    @Inject
    GraphQLSchema schema;

    @Test
    void the_schema_is_what_its_file_says() throws IOException {
        String printed = new SchemaSdl(schema).print();
        if ("write".equals(System.getProperty("schema"))) {
            Files.writeString(FILE, printed);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "").as(HOW).isEqualTo(printed);
    }

    @Test
    void everything_in_the_schema_says_what_it_means() {
        List<String> silent = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (!type.getName().startsWith("__")) {
                check(type.getName(), type, silent);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static void check(String path, GraphQLNamedSchemaElement element, List<String> silent) {
        String description = element.getDescription();
        if (description == null || description.isBlank()) {
            silent.add(path);
        }
        if (element instanceof GraphQLFieldsContainer type) {
            type.getFieldDefinitions().forEach(field -> {
                check(path + "." + field.getName(), field, silent);
                field.getArguments().forEach(
                        argument -> check(path + "." + field.getName() + "(" + argument.getName() + ")", argument, silent));
            });
        } else if (element instanceof GraphQLInputObjectType type) {
            type.getFieldDefinitions().forEach(field -> check(path + "." + field.getName(), field, silent));
        } else if (element instanceof GraphQLEnumType type) {
            type.getValues().forEach(value -> check(path + "." + value.getName(), value, silent));
        }
    }

    @Test
    void names_are_clean() {
        assertThat(schema.getAllTypesAsList()).extracting(GraphQLNamedType::getName)
                .filteredOn(name -> !name.startsWith("__")).allSatisfy(name -> assertThat(name).matches("[A-Z][A-Za-z]+"));
    }
}
