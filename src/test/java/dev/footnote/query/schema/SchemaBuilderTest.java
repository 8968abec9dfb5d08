package dev.footnote.query.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.footnote.DomainMetamodel;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

/** What an entity declares once is in the schema everywhere that it belongs. */
class SchemaBuilderTest {

    private static final Metamodel METAMODEL = DomainMetamodel.create();
    private static final GraphQLSchema SCHEMA = new SchemaBuilder(METAMODEL).build(GraphQLCodeRegistry.newCodeRegistry()
            .typeResolver("Node", type -> null).typeResolver("Cited", type -> null).build());

    @Test
    void every_value_of_a_record_is_a_field_of_its_type_and_a_condition_of_its_filter() {
        assertThat(METAMODEL.listed()).hasSizeGreaterThan(10);
        for (EntityType entityType : METAMODEL.listed()) {
            GraphQLObjectType type = SCHEMA.getObjectType(entityType.type());
            GraphQLInputObjectType filter = (GraphQLInputObjectType) SCHEMA.getType(entityType.type() + "Filter");
            for (Attribute attribute : entityType.attributes()) {
                // all but the global id, because the slug finds the same record within one type
                if (attribute instanceof Attribute.Scalar value && type.getFieldDefinition(value.name()) != null
                        && !value.name().equals("id")) {
                    GraphQLFieldDefinition field = type.getFieldDefinition(value.name());
                    GraphQLInputObjectType conditions = (GraphQLInputObjectType) filter.getField(value.name()).getType();
                    assertThat(GraphQLTypeUtil.unwrapAll(conditions.getField("eq").getType()))
                            .as(entityType.type() + "." + value.name())
                            .isSameAs(GraphQLTypeUtil.unwrapAll(field.getType()));
                }
            }
        }
    }

    @Test
    void every_list_is_turned_filtered_and_ordered_in_the_same_way() {
        for (EntityType entityType : METAMODEL.listed()) {
            for (GraphQLFieldDefinition field : SCHEMA.getObjectType(entityType.type()).getFieldDefinitions()) {
                if (GraphQLTypeUtil.unwrapAll(field.getType()).getName().endsWith("Connection")) {
                    assertThat(field.getArguments()).as(entityType.type() + "." + field.getName())
                            .extracting(GraphQLArgument::getName)
                            .contains("first", "after", "last", "before", "offset", "filter", "orderBy");
                }
            }
        }
    }

    @Test
    void what_every_record_has_is_never_null() {
        for (String field : List.of("Person.id", "Person.name", "Person.slug", "Person.affiliations", "Affiliation.person")) {
            String[] path = field.split("\\.");
            assertThat(GraphQLTypeUtil.isNonNull(SCHEMA.getObjectType(path[0]).getFieldDefinition(path[1]).getType()))
                    .as(field).isTrue();
        }
        assertThat(GraphQLTypeUtil.isNonNull(SCHEMA.getObjectType("Person").getFieldDefinition("summary").getType())).isFalse();
    }
}
