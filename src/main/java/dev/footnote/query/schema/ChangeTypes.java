package dev.footnote.query.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SnakeCase;
import graphql.Scalars;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;

/** Input types for changes of records: one key for each entity type, with the fields that a dataset file has as columns. */
final class ChangeTypes {

    /** The type of one change. It is also the name of the placeholder in the annotated methods. */
    private static final String CHANGE = "ChangeInput";

    private final Metamodel metamodel;
    private final Set<GraphQLNamedType> types = new LinkedHashSet<>();

    ChangeTypes(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    /** All types, of which only {@code ChangeInput} is used by others. */
    Set<GraphQLNamedType> all() {
        GraphQLInputObjectType.Builder change = ListArgumentTypes.oneOf(CHANGE,
                "One change of one record. Exactly one key is given.");
        for (EntityType entityType : metamodel.entityTypes()) {
            if (entityType.isEditable()) {
                change.field(field(key(entityType), "Creates or changes a record: " + entityType.description(),
                        typeRef(change(entityType))));
            }
        }
        types.add(change.field(field("delete", "Deletes a record.", typeRef("DeleteInput"))).build());
        types.add(delete());
        types.add(citation());
        return types;
    }

    private static GraphQLInputObjectType delete() {
        return GraphQLInputObjectType.newInputObject().name("DeleteInput").description("Which record is deleted.")
                .field(field("id", "The global id of the record.", nonNull(Scalars.GraphQLID)))
                .field(field("expect", "The version that the record must have.", Scalars.GraphQLInt))
                .field(field("cascade", "True: deletes all records that refer to it as well. Otherwise they are listed, and"
                        + " nothing is deleted.", Scalars.GraphQLBoolean))
                .build();
    }

    private GraphQLInputObjectType citation() {
        return GraphQLInputObjectType.newInputObject().name("CitationInput").description("Where a fact was read.")
                .field(field("source", "The id of the source, global or within its type. The same edit may create it.",
                        nonNull(Scalars.GraphQLID)))
                .field(field("field", "The field that was read there, such as heldOn. Without it the whole record is meant.",
                        Scalars.GraphQLString))
                .field(field("locator", "The place in the document, such as paragraph 4.", Scalars.GraphQLString))
                .field(field("quote", "The words of the document, where its licence lets them be repeated.",
                        Scalars.GraphQLString))
                .field(field("note", "What a reader should know about the reading.", Scalars.GraphQLString))
                .field(field("stance", "Whether the place supports the fact. It does, if nothing is said.",
                        (GraphQLInputType) metamodel.entityTypeOfType("Citation").value("stance").type()))
                .build();
    }

    private static String key(EntityType entityType) {
        return Character.toLowerCase(entityType.type().charAt(0)) + entityType.type().substring(1);
    }

    private String change(EntityType entityType) {
        String name = entityType.type() + "Change";
        GraphQLInputObjectType.Builder change = GraphQLInputObjectType.newInputObject().name(name)
                .description("How a record of type " + entityType.type() + " is created or changed.")
                .field(field("id", "The id of the record, global or within its type. It is created if there is none. Without an"
                        + " id a new record gets one from its name.", Scalars.GraphQLID))
                .field(field("expect", "The version that the record must have. If it has another one, somebody else has"
                        + " changed it, and nothing is written. 0 and no record: it must not exist.", Scalars.GraphQLInt))
                .field(field("set", "The fields that get a value. A null clears the field.", typeRef(set(entityType))));
        List<String> optional = optional(entityType);
        if (!optional.isEmpty()) {
            types.add(fields(entityType, optional));
            change.field(field("clear", "The fields that lose their value.",
                    list(nonNull(typeRef(entityType.type() + "Field")))));
        }
        if (entityType.cited()) {
            change.field(field("citing", "Where this was read, beside what the whole edit cites.",
                    list(nonNull(typeRef("CitationInput")))));
        }
        types.add(change.build());
        return name;
    }

    private String set(EntityType entityType) {
        String name = entityType.type() + "Set";
        GraphQLInputObjectType.Builder set = GraphQLInputObjectType.newInputObject().name(name)
                .description("The fields of a record of type " + entityType.type()
                        + " that are given. A new record needs those that are never null.");
        entityType
                .attributes(FilterableAttribute.Stored.class).forEach(attribute -> attribute
                        .<Optional<GraphQLInputObjectField>> match(
                                value -> Optional.of(value).filter(Attribute.Scalar::isStated)
                                        .map(stated -> field(value.name(), value.description(),
                                                (GraphQLInputType) value.type())),
                                group -> Optional.of(field(group.name(), group.description(), typeRef(input(group)))),
                                relation -> Optional.of(field(relation.name(),
                                        relation.description() + " By its id, global or within its type.", Scalars.GraphQLID)))
                        .ifPresent(set::field));
        types.add(set.build());
        return name;
    }

    private String input(Attribute.Embedded group) {
        String name = group.type() + "Input";
        if (types.stream().noneMatch(type -> type.getName().equals(name))) {
            GraphQLInputObjectType.Builder input = GraphQLInputObjectType.newInputObject().name(name)
                    .description(group.typeDescription());
            group.values().forEach(value -> input.field(field(value.name(), value.description(),
                    nonNull((GraphQLInputType) value.type()))));
            types.add(input.build());
        }
        return name;
    }

    private static GraphQLEnumType fields(EntityType entityType, List<String> names) {
        GraphQLEnumType.Builder fields = GraphQLEnumType.newEnum().name(entityType.type() + "Field")
                .description("A field of type " + entityType.type() + " that may be null.");
        names.forEach(name -> fields.value(constant(name), name, entityType.attribute(name).description()));
        return fields.build();
    }

    private static List<String> optional(EntityType entityType) {
        return entityType.attributes(FilterableAttribute.Stored.class).stream()
                .filter(attribute -> !attribute.match(Attribute.Scalar::required, group -> false,
                        Attribute.ToOne::required))
                .map(Attribute::name).toList();
    }

    private static String constant(String name) {
        return SnakeCase.of(name).toUpperCase(Locale.ROOT);
    }

    private static GraphQLInputObjectField field(String name, String description, GraphQLInputType type) {
        return newInputObjectField().name(name).description(description).type(type).build();
    }
}
