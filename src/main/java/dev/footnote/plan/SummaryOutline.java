package dev.footnote.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;
import dev.footnote.json.Output.Name;
import dev.footnote.question.Fetch;
import dev.footnote.question.Fetch.Need;
import dev.footnote.question.Selection;
import graphql.language.Field;

/** The parts of what is made of many records: of their numbers and sums, and of their groups. */
final class SummaryOutline {

    private final Outline outline;
    private final Selection selection;
    /** What the numbers are read with: totals of a list, or its groups. */
    private final Fetch fetch;
    private final Noun noun;

    SummaryOutline(Outline outline, Selection selection, Fetch fetch) {
        this.outline = outline;
        this.selection = selection;
        this.fetch = fetch;
        this.noun = fetch.noun;
    }

    /** The parts of a group. */
    List<Part> group(List<Field> parents) {
        return parts(noun.type() + "Group", parents, (name, fields) -> switch (fields.get(0).getName()) {
            case "key" -> Part.within(name, noun.type() + "GroupKey", key(noun, "", fields));
            case "count" -> Part.value(name, count());
            case "aggregate" -> Part.within(name, noun.type() + "Aggregate", aggregate(fields));
            default -> SummaryPart.drill(name, fetch);
        });
    }

    private List<Part> key(Noun of, String path, List<Field> parents) {
        return parts(of.type() + "GroupKey", parents, (name, fields) -> {
            Member member = of.member(fields.get(0).getName());
            if (member instanceof Member.ToOne || member instanceof Member.ToMany) {
                Noun target = of.target(
                        member instanceof Member.ToOne way ? way.target() : ((Member.ToMany) member).target());
                return Part.within(name, target.type() + "GroupKey", key(target, path + member.name() + ".", fields));
            }
            if (member instanceof Member.Group group) {
                return Part.within(name, group.type() + "GroupKey",
                        parts(group.type() + "GroupKey", fields, (inner, values) -> Part.value(inner, fetch.layout.key(
                                path + group.name() + "." + values.get(0).getName(), Domain.TEXT))));
            }
            Member.Value value = (Member.Value) member;
            boolean dated = value.domain() == Domain.DATE;
            int cell = fetch.layout.key(path + value.name(), dated ? Domain.INTEGER : value.domain());
            return dated ? Part.inner(name, cell, "Bucket", bucket(cell, fields)) : Part.value(name, cell);
        });
    }

    private List<Part> bucket(int cell, List<Field> parents) {
        return parts("Bucket", parents, (name, fields) -> SummaryPart.bucket(name, cell, fields.get(0).getName()));
    }

    /** The parts of the numbers over all records of the list, or of each group. */
    List<Part> aggregate(List<Field> parents) {
        return parts(noun.type() + "Aggregate", parents, (name, fields) -> {
            String asked = fields.get(0).getName();
            if (asked.equals("count")) {
                return Part.value(name, count());
            }
            Sum sum = noun.sum(asked);
            return sum == null ? value(name, noun.value(asked), fields) : sum(name, sum, fields);
        });
    }

    private int count() {
        return fetch.layout.aggregated("COUNT(", "*", Domain.INTEGER);
    }

    private Part value(Name name, Member.Value value, List<Field> parents) {
        String type = switch (value.domain()) {
            case INTEGER -> "IntAggregate";
            case DECIMAL -> "DecimalAggregate";
            case DATE -> "DateAggregate";
            default -> "ValueAggregate";
        };
        return Part.within(name, type,
                parts(type, parents, (inner, fields) -> number(fetch, inner, value, fields.get(0).getName())));
    }

    private static Part number(Fetch fetch, Name name, Member.Value value, String asked) {
        String column = "t." + value.served();
        return switch (asked) {
            case "known" -> Part.value(name, fetch.layout.aggregated("COUNT(", column, Domain.INTEGER));
            case "distinct" -> Part.value(name, fetch.layout.aggregated("COUNT(DISTINCT ", column, Domain.INTEGER));
            case "min" -> Part.value(name, fetch.layout.aggregated("MIN(", column, value.domain()));
            case "max" -> Part.value(name, fetch.layout.aggregated("MAX(", column, value.domain()));
            // as texts, dates are in the order of the first days that they can mean
            case "earliest" -> Part.value(name, fetch.layout.aggregated("MIN(", column, Domain.TEXT));
            // and in that of the last ones where the end of each is behind all digits
            case "latest" -> Part.value(name,
                    fetch.layout.aggregated("TRIM(TRAILING '~' FROM MAX(", column + " || '~')", Domain.TEXT));
            case "sum" -> Part.value(name, fetch.layout.aggregated("SUM(", column, Domain.DECIMAL));
            default -> SummaryPart.average(name, fetch.layout.aggregated("SUM(", column, Domain.DECIMAL),
                    fetch.layout.aggregated("COUNT(", column, Domain.INTEGER));
        };
    }

    /** The numbers for each currency are rows of a statement of their own. */
    private Part sum(Name name, Sum sum, List<Field> parents) {
        Fetch rows = outline.fetch(noun, new Fetch.Apart(fetch, sum), null);
        rows.need(Need.ROWS);
        String type = sum.type(noun) + "Aggregate";
        List<Part> parts = parts(type, parents, (inner, fields) -> {
            String asked = fields.get(0).getName();
            return sum.apart().stream().filter(part -> part.name().equals(asked)).findFirst()
                    .map(part -> Part.value(inner, rows.layout.value("t", part)))
                    .orElseGet(() -> number(rows, inner, sum.added(), asked));
        });
        return SummaryPart.apart(name, rows, type, parts);
    }

    private interface Making {
        Part part(Name name, List<Field> fields);
    }

    private List<Part> parts(String type, List<Field> parents, Making making) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, List<Field>> entry : selection.fields(Set.of(type), parents).entrySet()) {
            Name name = Name.of(entry.getKey());
            parts.add(entry.getValue().get(0).getName().equals("__typename") ? Part.constant(name, type)
                    : outline.within(entry.getKey(), () -> making.part(name, entry.getValue())));
        }
        return parts;
    }
}
