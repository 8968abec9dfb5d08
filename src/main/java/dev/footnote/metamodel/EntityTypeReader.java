package dev.footnote.metamodel;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.ManyToOne;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.ScalarType;
import dev.footnote.metamodel.annotation.Summable;
import dev.footnote.metamodel.scalar.LeafTypes;
import dev.footnote.metamodel.scalar.Money;
import dev.footnote.metamodel.scalar.PartialDate;
import graphql.Scalars;

/** Reads an entity type from its entity class. A field is declared once for the table, the dataset file and the schema. */
final class EntityTypeReader {

    private final Class<? extends BaseEntity> entity;
    private final LeafTypes vocabulary;
    private final EntityType entityType;

    EntityTypeReader(Metamodel metamodel, Class<? extends BaseEntity> entity, LeafTypes vocabulary) {
        this.entity = entity;
        this.vocabulary = vocabulary;
        this.entityType = new EntityType(metamodel, entity);
    }

    EntityType entityType() {
        entityType.add(
                new Attribute.Scalar("id", "The global id of the record: its kind, a colon and its slug.", true, ValueType.TEXT,
                        Scalars.GraphQLID, "slug", entityType.table() + ":"));
        entityType.add(new Attribute.Scalar("slug", "The id that the dataset gives the record, unique among its kind.", true,
                ValueType.TEXT, Scalars.GraphQLString, "slug", null));
        entityType.add(new Attribute.Scalar("number",
                "The place of the record among its kind, counted from 1 in the order in which records came into the database.",
                true, ValueType.INTEGER, Scalars.GraphQLInt, "id", null));
        if (entityType.isEditable()) {
            entityType.add(new Attribute.Scalar("version",
                    "Counts the changes of the record. An edit can name the version that"
                            + " it expects.",
                    true, ValueType.INTEGER, Scalars.GraphQLInt, "lock_version", null));
        }
        entityType.add(new Attribute.Label("label", Attribute.Label.DESCRIPTION));
        // fields without a description are not served: keys of the table, and what Hibernate adds to the class
        Arrays.stream(entity.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Description.class))
                .map(this::attribute).forEach(entityType::add);
        Arrays.stream(entity.getDeclaredFields()).forEach(this::sum);
        return entityType;
    }

    private Attribute attribute(Field field) {
        String name = field.getName();
        String description = field.getAnnotation(Description.class).value();
        if (field.isAnnotationPresent(ManyToOne.class)) {
            return new Attribute.ToOne(name, description, required(field), field.getType().asSubclass(BaseEntity.class),
                    SnakeCase.of(name) + "_id");
        }
        if (field.isAnnotationPresent(Embedded.class) && field.getType() == Money.class) {
            return group(name, description, Money.class);
        }
        ScalarType scalar = field.getAnnotation(ScalarType.class);
        Column column = field.getAnnotation(Column.class);
        return value(name, description, required(field), field.getType(), scalar == null ? null : scalar.value(),
                column == null ? SnakeCase.of(name) : column.name());
    }

    private void sum(Field field) {
        Summable additive = field.getAnnotation(Summable.class);
        Attribute attribute = entityType.attribute(field.getName());
        if (additive != null) {
            entityType.add(new SummableAttribute(attribute, Arrays.stream(additive.value()).map(entityType::value).toList()));
        } else if (attribute instanceof Attribute.Embedded group) {
            entityType.add(new SummableAttribute(group, group.values().subList(1, group.values().size())));
        }
    }

    private Attribute.Embedded group(String name, String description, Class<? extends Record> type) {
        List<Attribute.Scalar> values = Arrays.stream(type.getRecordComponents()).map(part -> part(name, part)).toList();
        return new Attribute.Embedded(name, description, type.getSimpleName(), type.getAnnotation(Description.class).value(),
                values);
    }

    private Attribute.Scalar part(String group, RecordComponent part) {
        String scalar = part.getType() == BigDecimal.class ? "Decimal" : "CurrencyCode";
        return value(part.getName(), part.getAccessor().getAnnotation(Description.class).value(), true, part.getType(), scalar,
                SnakeCase.of(group) + "_" + part.getName());
    }

    private Attribute.Scalar value(String name, String description, boolean required, Class<?> javaType, String scalar,
            String column) {
        return new Attribute.Scalar(name, description, required, domain(javaType), vocabulary.type(javaType, scalar), column,
                null);
    }

    private static boolean required(Field field) {
        return field.isAnnotationPresent(NonNull.class);
    }

    private static ValueType domain(Class<?> type) {
        if (type == Integer.class) {
            return ValueType.INTEGER;
        }
        if (type == Boolean.class) {
            return ValueType.BOOLEAN;
        }
        if (type == BigDecimal.class) {
            return ValueType.DECIMAL;
        }
        return type == PartialDate.class ? ValueType.DATE : ValueType.TEXT;
    }
}
