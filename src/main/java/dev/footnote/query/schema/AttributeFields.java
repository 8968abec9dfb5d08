package dev.footnote.query.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import java.util.List;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.AttributeVisitor;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.annotation.BaseEntity;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLOutputType;

/** The field of an object type for each kind of attribute. */
final class AttributeFields implements AttributeVisitor<GraphQLFieldDefinition> {

    static final String HELD = "Only relations that held then, here and in all that is asked below.";

    private final Metamodel metamodel;
    private final ListArguments lists;

    AttributeFields(Metamodel metamodel, ListArguments lists) {
        this.metamodel = metamodel;
        this.lists = lists;
    }

    private static GraphQLFieldDefinition plain(Attribute attribute, GraphQLOutputType type) {
        return newFieldDefinition().name(attribute.name()).description(attribute.description()).type(type).build();
    }

    private static GraphQLOutputType orNull(GraphQLOutputType type, boolean required) {
        return required ? nonNull(type) : type;
    }

    private GraphQLOutputType one(Class<? extends BaseEntity> target) {
        return typeRef(metamodel.entityType(target).type());
    }

    static GraphQLFieldDefinition value(Attribute.Scalar value) {
        return plain(value, orNull(value.type(), value.required()));
    }

    static GraphQLFieldDefinition label() {
        return plain(new Attribute.Label("label", Attribute.Label.DESCRIPTION), nonNull(Scalars.GraphQLString));
    }

    @Override
    public GraphQLFieldDefinition scalar(Attribute.Scalar value) {
        return value(value);
    }

    @Override
    public GraphQLFieldDefinition embedded(Attribute.Embedded group) {
        return plain(group, typeRef(group.type()));
    }

    @Override
    public GraphQLFieldDefinition toOne(Attribute.ToOne relation) {
        return plain(relation, orNull(one(relation.target()), relation.required()));
    }

    @Override
    public GraphQLFieldDefinition derivedToOne(Attribute.DerivedToOne relation) {
        return plain(relation, one(relation.target()));
    }

    @Override
    public GraphQLFieldDefinition toMany(Attribute.ToMany relation) {
        EntityType target = metamodel.entityType(relation.target());
        return list(relation, target).arguments(lists.pageArguments(target))
                .arguments(target.dated() == null ? List.of() : lists.asOf(HELD))
                .arguments(isRevised(target, relation) ? List.of(lists.revisions()) : List.of()).build();
    }

    /** Whether the records have revisions to choose from. Records of a report are included whether or not it was restated. */
    private static boolean isRevised(EntityType target, Attribute.ToMany relation) {
        return target.revised() != null && !target.restatedColumn().equals(relation.column());
    }

    @Override
    public GraphQLFieldDefinition hierarchy(Attribute.Hierarchy relation) {
        EntityType target = metamodel.entityType(relation.target());
        boolean dated = relation.steps().stream().anyMatch(step -> metamodel.entityType(step.facts()).dated() != null);
        return list(relation, target).arguments(relation.deep() ? List.of(lists.depth()) : List.of())
                .arguments(lists.pageArguments(target)).arguments(dated ? lists.asOf(HELD) : List.of()).build();
    }

    private static GraphQLFieldDefinition.Builder list(Attribute.Many relation, EntityType target) {
        return newFieldDefinition(plain(relation, nonNull(typeRef(target.type() + "Connection"))));
    }

    @Override
    public GraphQLFieldDefinition any(Attribute.Any relation) {
        return plain(relation, nonNull(typeRef(relation.type())));
    }

    @Override
    public GraphQLFieldDefinition nestedRows(Attribute.NestedRows rows) {
        return plain(rows, nonNull(GraphQLList.list(nonNull(typeRef(rows.entityType().type())))));
    }

    @Override
    public GraphQLFieldDefinition subquery(Attribute.Subquery value) {
        return newFieldDefinition(plain(value, value.type())).argument(GraphQLArgument.newArgument().name(value.argument())
                .description(value.pick().description()).type(nonNull(value.argumentType()))).build();
    }

    @Override
    public GraphQLFieldDefinition formula(Attribute.Formula value) {
        return plain(value, value.type());
    }

    @Override
    public GraphQLFieldDefinition label(Attribute.Label label) {
        return label();
    }
}
