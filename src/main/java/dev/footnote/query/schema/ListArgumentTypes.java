package dev.footnote.query.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.LookupKey;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import graphql.Directives;
import graphql.Scalars;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;

/** Input types for lists: filter, order and page. */
final class ListArgumentTypes {

    private final Metamodel metamodel;
    private final FilterTypes filters = new FilterTypes();
    private final GroupTypes groups;

    ListArgumentTypes(Metamodel metamodel) {
        this.metamodel = metamodel;
        this.groups = new GroupTypes(metamodel, filters, OrderTypes.DIRECTION);
    }

    GroupTypes groups() {
        return groups;
    }

    List<GraphQLNamedInputType> of(EntityType entityType) {
        List<GraphQLNamedInputType> types = new ArrayList<>(List.of(filter(entityType)));
        if (metamodel.isReferenced(entityType)) {
            types.add(listFilter(entityType));
        }
        types.addAll(new OrderTypes(metamodel).of(entityType));
        return types;
    }

    private GraphQLInputObjectType filter(EntityType entityType) {
        String name = entityType.type() + "Filter";
        GraphQLInputObjectType.Builder filter = GraphQLInputObjectType.newInputObject().name(name)
                .description(
                        "Which " + entityType.type() + " records. All that is given must hold; an empty filter matches all.")
                .field(field("and", "All of these hold. An empty list always holds.",
                        GraphQLList.list(nonNull(typeRef(name)))))
                .field(field("or", "At least one of these holds. An empty list never holds.",
                        GraphQLList.list(nonNull(typeRef(name)))))
                .field(field("not", "This does not hold.", typeRef(name)));
        entityType.attributes(FilterableAttribute.class)
                .forEach(attribute -> filterType(attribute).map(type -> field(attribute, type)).ifPresent(filter::field));
        if (entityType.attribute(Metamodel.PARTS) instanceof Attribute.Hierarchy) {
            filter.field(field("within", "Is this record, or a part of it to any depth.", typeRef(WithinType.TYPE.getName())));
        }
        return filter.build();
    }

    /** The global id has no filter, because the slug identifies the same record within one type. */
    private Optional<GraphQLInputType> filterType(FilterableAttribute attribute) {
        return attribute.match(value -> value.prefix() == null ? Optional.of(filters.filter(value)) : Optional.empty(),
                group -> Optional.of(filters.filter(group)),
                relation -> Optional.of(typeRef(metamodel.entityType(relation.target()).type() + "Filter")),
                relation -> Optional.of(typeRef(metamodel.entityType(relation.target()).type() + "ListFilter")));
    }

    private GraphQLInputObjectType listFilter(EntityType entityType) {
        GraphQLInputType filter = typeRef(entityType.type() + "Filter");
        return GraphQLInputObjectType.newInputObject().name(entityType.type() + "ListFilter")
                .description("What " + entityType.type() + " records there must be. All that is given must hold.")
                .field(field("some", "At least one record fulfils this.", filter))
                .field(field("none", "No record fulfils this.", filter))
                .field(field("every", "All records fulfil this, or there are none.", filter))
                .field(field("count", "How many records there must be.", filters.numbers()))
                .field(field("counted", "Which records are counted; all when not given. Goes with count.", filter)).build();
    }

    static GraphQLInputObjectField apart(Attribute.Scalar part) {
        GraphQLInputType type = (GraphQLInputType) part.type();
        return part.required() ? field(part.name(), part.description(), nonNull(type))
                : field(part.name(), part.description() + " Where it is not given, values without one are added up.", type);
    }

    static GraphQLInputObjectField field(Attribute attribute, GraphQLInputType type) {
        return field(attribute.name(), attribute.description(), type);
    }

    static GraphQLInputObjectField field(String name, String description, GraphQLInputType type) {
        return newInputObjectField().name(name).description(description).type(type).build();
    }

    static String lookupName(QueryField.Lookup lookup) {
        return lookup.entityType().type() + "By";
    }

    GraphQLInputObjectType lookup(QueryField.Lookup lookup) {
        String entityType = lookup.entityType().type();
        GraphQLInputObjectType.Builder by = oneOf(lookupName(lookup),
                "Which " + entityType + " record: exactly one key is given.")
                .field(newInputObjectField().name("id").description("Its global id.").type(Scalars.GraphQLID))
                .field(newInputObjectField().name("slug").description("The id that the dataset gives it.")
                        .type(Scalars.GraphQLID));
        lookup.entityType().named().ifPresent(named -> by.field(field(named.name(),
                "Its " + named.name() + (lookup.entityType().alias() == null ? "" : " or one of its other names")
                        + ", as written. Where several records have it, an error lists them.",
                Scalars.GraphQLString)));
        lookup.keys().forEach(key -> by.field(newInputObjectField().name(key.name()).description(key.description())
                .type(key(key))));
        return by.build();
    }

    private GraphQLInputObjectType key(LookupKey key) {
        GraphQLInputObjectType.Builder type = GraphQLInputObjectType.newInputObject().name(key.entityType().type() + "Key")
                .description(key.entityType().description());
        key.attributes().forEach(name -> type.field(newInputObjectField().name(name)
                .description(key.entityType().value(name).description())
                .type(nonNull((GraphQLInputType) key.entityType().value(name).type()))));
        return type.build();
    }

    static GraphQLInputObjectType.Builder oneOf(String name, String description) {
        return GraphQLInputObjectType.newInputObject().name(name).description(description)
                .withAppliedDirective(Directives.OneOfDirective.toAppliedDirective());
    }
}
