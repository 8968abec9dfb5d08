package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.AttributeVisitor;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.output.ResultWriter.Name;
import dev.footnote.query.plan.FetchNode.Need;
import graphql.language.Field;

/** Plans a field of a record. */
final class AttributePlanner implements AttributeVisitor<FieldWriter> {

    /** Which record of the rows of a fetch a field is of. */
    record Place(FetchNode fetch, EntityType entityType, String alias) {
    }

    private final QueryPlanner planner;
    private final FetchNode fetch;
    private final Place place;
    private final Name name;
    private final List<Field> fields;

    AttributePlanner(QueryPlanner planner, Place place, Name name, List<Field> fields) {
        this.planner = planner;
        this.fetch = place.fetch;
        this.place = place;
        this.name = name;
        this.fields = fields;
    }

    @Override
    public FieldWriter scalar(Attribute.Scalar value) {
        return FieldWriter.value(name, fetch.layout.value(place.alias, value));
    }

    @Override
    public FieldWriter label(Attribute.Label label) {
        return new LabelPlanner(fetch).part(name, place.entityType, place.alias);
    }

    @Override
    public FieldWriter formula(Attribute.Formula value) {
        return FieldWriter.computed(name, fetch.layout.computed(place.alias, value), value.formula());
    }

    @Override
    public FieldWriter subquery(Attribute.Subquery value) {
        return FieldWriter.value(name, fetch.layout.picked(place.alias, value, argument()));
    }

    @Override
    public FieldWriter toOne(Attribute.ToOne relation) {
        return joined(relation);
    }

    @Override
    public FieldWriter derivedToOne(Attribute.DerivedToOne relation) {
        return joined(relation);
    }

    @Override
    public FieldWriter toMany(Attribute.ToMany relation) {
        return children(relation);
    }

    @Override
    public FieldWriter hierarchy(Attribute.Hierarchy relation) {
        return children(relation);
    }

    @Override
    public FieldWriter embedded(Attribute.Embedded group) {
        List<FieldWriter> parts = new ArrayList<>();
        planner.selection.fields(Set.of(group.type()), fields).forEach((response, same) -> {
            String field = same.get(0).getName();
            parts.add(group.values().stream().filter(value -> value.name().equals(field)).findFirst()
                    .map(value -> FieldWriter.value(Name.of(response), fetch.layout.value(place.alias, value)))
                    .orElseGet(() -> FieldWriter.constant(Name.of(response), group.type())));
        });
        return FieldWriter.inner(name, fetch.layout.value(place.alias, group.values().get(0)), group.type(), parts);
    }

    @Override
    public FieldWriter nestedRows(Attribute.NestedRows nested) {
        int key = fetch.layout.column(place.alias, fetch.entityType.column(0), ValueType.TEXT);
        FetchNode rows = planner.fetch(nested.entityType(), new FetchSource.NestedRows(fetch, key, nested), null);
        rows.need(Need.ROWS);
        return FieldWriter.list(name, rows, key, planner.record(rows, nested.entityType(), "t", fields));
    }

    @Override
    public FieldWriter any(Attribute.Any relation) {
        int kind = fetch.layout.column(place.alias, relation.kindColumn(), ValueType.TEXT);
        int key = fetch.layout.column(place.alias, relation.idColumn(), ValueType.INTEGER);
        return FieldWriter.named(name, kind, key, planner.branches(relation.type(), fields,
                target -> planner.fetch(target, new FetchSource.ByReference(fetch, kind, key), null)));
    }

    private FieldWriter joined(Attribute.One relation) {
        EntityType target = planner.metamodel.entityType(relation.target());
        String joined = fetch.layout.join(place.alias, relation, target);
        return FieldWriter.inner(name, fetch.layout.column(joined, "id", ValueType.INTEGER), target.type(),
                planner.record(fetch, target, joined, fields));
    }

    private FieldWriter children(Attribute.Many relation) {
        int key = fetch.layout.column(place.alias, "id", ValueType.INTEGER);
        FetchNode children = planner.fetch(planner.metamodel.entityType(relation.target()),
                new FetchSource.ChildList(fetch, key, relation), argument());
        return FieldWriter.children(name, children, key,
                new ConnectionPlanner(planner, planner.selection, children).parts(fields));
    }

    private FieldArguments argument() {
        return planner.argument(place.entityType.type(), fields.get(0));
    }
}
