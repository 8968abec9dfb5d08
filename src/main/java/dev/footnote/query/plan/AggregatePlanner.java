package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.output.ResultWriter.Name;
import dev.footnote.query.plan.FetchNode.Need;
import graphql.language.Field;

/** Plans the aggregate fields of a connection: counts, sums and groups. */
final class AggregatePlanner {

    private final QueryPlanner planner;
    private final FieldCollector selection;
    /** The fetch that reads the aggregates: totals of a list, or its groups. */
    private final FetchNode fetch;
    private final EntityType entityType;

    AggregatePlanner(QueryPlanner planner, FieldCollector selection, FetchNode fetch) {
        this.planner = planner;
        this.selection = selection;
        this.fetch = fetch;
        this.entityType = fetch.entityType;
    }

    /** Field writers of a group. */
    List<FieldWriter> group(List<Field> parents) {
        return parts(entityType.type() + "Group", parents, (name, fields) -> switch (fields.get(0).getName()) {
            case "key" -> FieldWriter.within(name, entityType.type() + "GroupKey", key(entityType, "", fields));
            case "count" -> FieldWriter.value(name, count());
            case "aggregate" -> FieldWriter.within(name, entityType.type() + "Aggregate", aggregate(fields));
            default -> AggregateFieldWriter.drill(name, fetch);
        });
    }

    private List<FieldWriter> key(EntityType of, String path, List<Field> parents) {
        return parts(of.type() + "GroupKey", parents, (name, fields) -> {
            FilterableAttribute attribute = (FilterableAttribute) of.attribute(fields.get(0).getName());
            String inner = path + attribute.name();
            return attribute.match(value -> key(value, inner, name, fields),
                    group -> FieldWriter.within(name, group.type() + "GroupKey",
                            parts(group.type() + "GroupKey", fields, (part, values) -> FieldWriter.value(part,
                                    fetch.layout.key(inner + "." + values.get(0).getName(), ValueType.TEXT)))),
                    relation -> key(of.target(relation.target()), inner, name, fields),
                    relation -> key(of.target(relation.target()), inner, name, fields));
        });
    }

    private FieldWriter key(EntityType target, String path, Name name, List<Field> fields) {
        return FieldWriter.within(name, target.type() + "GroupKey", key(target, path + ".", fields));
    }

    private FieldWriter key(Attribute.Scalar value, String path, Name name, List<Field> fields) {
        boolean dated = value.domain() == ValueType.DATE;
        int cell = fetch.layout.key(path, dated ? ValueType.INTEGER : value.domain());
        return dated ? FieldWriter.inner(name, cell, "Bucket", bucket(cell, fields)) : FieldWriter.value(name, cell);
    }

    private List<FieldWriter> bucket(int cell, List<Field> parents) {
        return parts("Bucket", parents, (name, fields) -> AggregateFieldWriter.bucket(name, cell, fields.get(0).getName()));
    }

    /** Field writers of the aggregates over all records of the list, or of each group. */
    List<FieldWriter> aggregate(List<Field> parents) {
        return parts(entityType.type() + "Aggregate", parents, (name, fields) -> {
            String asked = fields.get(0).getName();
            if (asked.equals("count")) {
                return FieldWriter.value(name, count());
            }
            SummableAttribute sum = entityType.sum(asked);
            return sum == null ? value(name, entityType.value(asked), fields) : sum(name, sum, fields);
        });
    }

    private int count() {
        return fetch.layout.count("*");
    }

    private FieldWriter value(Name name, Attribute.Scalar value, List<Field> parents) {
        String type = switch (value.domain()) {
            case INTEGER -> "IntAggregate";
            case DECIMAL -> "DecimalAggregate";
            case DATE -> "DateAggregate";
            default -> "ValueAggregate";
        };
        return FieldWriter.within(name, type,
                parts(type, parents, (inner, fields) -> number(fetch, inner, value, fields.get(0).getName())));
    }

    private static FieldWriter number(FetchNode fetch, Name name, Attribute.Scalar value, String asked) {
        String column = "t." + value.served();
        return switch (asked) {
            case "known" -> FieldWriter.value(name, fetch.layout.count(column));
            case "distinct" -> FieldWriter.value(name, fetch.layout.count("DISTINCT " + column));
            case "min" -> FieldWriter.value(name, fetch.layout.aggregated("MIN(" + column + ")", value.domain()));
            case "max" -> FieldWriter.value(name, fetch.layout.aggregated("MAX(" + column + ")", value.domain()));
            // compared as text, dates sort by the first day that they can mean
            case "earliest" -> FieldWriter.value(name, fetch.layout.aggregated("MIN(" + column + ")", ValueType.TEXT));
            // with '~' appended, which sorts after all digits, they sort by the last day that they can mean
            case "latest" -> FieldWriter.value(name,
                    fetch.layout.aggregated("TRIM(TRAILING '~' FROM MAX(" + column + " || '~'))", ValueType.TEXT));
            case "sum" -> FieldWriter.value(name, fetch.layout.aggregated("SUM(" + column + ")", ValueType.DECIMAL));
            default -> AggregateFieldWriter.average(name, fetch.layout.aggregated("SUM(" + column + ")", ValueType.DECIMAL),
                    fetch.layout.count(column));
        };
    }

    /** Plans a sum. The numbers for each currency are rows of a separate statement. */
    private FieldWriter sum(Name name, SummableAttribute sum, List<Field> parents) {
        FetchNode rows = planner.fetch(entityType, new FetchSource.SumByUnit(fetch, sum), null);
        rows.need(Need.ROWS);
        String type = sum.type(entityType) + "Aggregate";
        List<FieldWriter> parts = parts(type, parents, (inner, fields) -> {
            String asked = fields.get(0).getName();
            return sum.apart().stream().filter(part -> part.name().equals(asked)).findFirst()
                    .map(part -> FieldWriter.value(inner, rows.layout.value("t", part)))
                    .orElseGet(() -> number(rows, inner, sum.added(), asked));
        });
        return AggregateFieldWriter.apart(name, rows, type, parts);
    }

    private interface Making {
        FieldWriter part(Name name, List<Field> fields);
    }

    private List<FieldWriter> parts(String type, List<Field> parents, Making making) {
        List<FieldWriter> parts = new ArrayList<>();
        for (Map.Entry<String, List<Field>> entry : selection.fields(Set.of(type), parents).entrySet()) {
            Name name = Name.of(entry.getKey());
            parts.add(entry.getValue().get(0).getName().equals("__typename") ? FieldWriter.constant(name, type)
                    : planner.within(entry.getKey(), () -> making.part(name, entry.getValue())));
        }
        return parts;
    }
}
