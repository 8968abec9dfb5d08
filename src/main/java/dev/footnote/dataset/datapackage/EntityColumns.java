package dev.footnote.dataset.datapackage;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DependsOnField;
import dev.footnote.metamodel.scalar.Money;

/** Columns of an entity type in a dataset file, and conversion of a row to an entity. */
public final class EntityColumns {

    public static final String ID = "id";
    public static final List<String> CITATION = List.of("source", "locator", "note", "stance");

    private final EntityType entityType;
    private final List<TableColumn> columns = new ArrayList<>();

    public EntityColumns(EntityType entityType) {
        this.entityType = entityType;
        entityType.attributes(FilterableAttribute.Stored.class).stream()
                .flatMap(attribute -> attribute.<Stream<TableColumn>> match(
                        value -> Stream.of(value).filter(Attribute.Scalar::isStated).map(TableColumn::of)
                                .map(column -> column.within(entityType.entity())),
                        group -> group.values().stream().map(part -> TableColumn.of(group, part).within(entityType.entity())),
                        relation -> Stream.of(TableColumn.of(relation))))
                .forEach(columns::add);
    }

    public EntityType entityType() {
        return entityType;
    }

    public List<TableColumn> columns() {
        return columns;
    }

    /** Rules for columns that are filled only if others are. */
    public List<ColumnDependency> ties() {
        List<ColumnDependency> ties = new ArrayList<>();
        for (Attribute attribute : entityType.attributes()) {
            DependsOnField rule = declared(attribute.name()).map(field -> field.getAnnotation(DependsOnField.class))
                    .orElse(null);
            if (rule != null) {
                ties.add(new ColumnDependency(headers(attribute.name()), headers(rule.field()).get(0), rule.is(),
                        rule.always()));
            }
        }
        return ties;
    }

    private Optional<Field> declared(String name) {
        return Arrays.stream(entityType.entity().getDeclaredFields()).filter(field -> field.getName().equals(name)).findFirst();
    }

    /** Headers of the columns that hold a field of the entity. */
    private List<String> headers(String field) {
        return columns.stream().filter(column -> column.field().equals(field)).map(TableColumn::header).toList();
    }

    /** Groups of headers; a row fills all columns of a group or none. */
    public List<List<String>> groups() {
        return entityType.attributes().stream().filter(Attribute.Embedded.class::isInstance)
                .map(attribute -> headers(attribute.name()))
                .toList();
    }

    /** Headers that the file must have. */
    public List<String> needed() {
        List<String> needed = new ArrayList<>(List.of(ID));
        columns.stream().filter(TableColumn::required).forEach(column -> needed.add(column.header()));
        return needed;
    }

    /** Headers that the file may have. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(ID));
        columns.forEach(column -> headers.add(column.header()));
        if (entityType.cited()) {
            headers.addAll(CITATION);
        }
        return headers;
    }

    /**
     * Creates the entity of a row.
     *
     * @param values in the order of the columns: the value of a cell, or the numeric id of the referenced record
     */
    public BaseEntity entity(Integer id, String slug, Object[] values) {
        BaseEntity entity = create(entityType.entity());
        entity.id = id;
        entity.slug = slug;
        for (int i = 0; i < values.length; i++) {
            TableColumn column = columns.get(i);
            if (values[i] == null) {
                continue;
            }
            if (column.target() != null) {
                BaseEntity named = create(column.target());
                named.id = (Integer) values[i];
                set(entity, column.field(), named);
            } else if (!column.field().equals(column.value().name())) {
                // an amount of money takes two columns, followed by its currency; both are given or neither
                set(entity, column.field(), new Money((BigDecimal) values[i], (String) values[++i]));
            } else {
                set(entity, column.field(), values[i]);
            }
        }
        return entity;
    }

    private static BaseEntity create(Class<? extends BaseEntity> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static void set(BaseEntity entity, String name, Object value) {
        try {
            Field field = entity.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(entity, field.getType().isEnum() ? Enum.valueOf((Class) field.getType(), (String) value) : value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
