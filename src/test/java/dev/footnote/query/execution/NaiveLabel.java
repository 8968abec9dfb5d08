package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.metamodel.Attribute;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;

/** Reference implementation of labels, written by hand for each entity type. */
final class NaiveLabel {

    private final Records records;

    NaiveLabel(Records records) {
        this.records = records;
    }

    String of(Row row) {
        String label = composed(row);
        return label == null || label.isBlank() ? text(row, "slug") : label;
    }

    private String composed(Row row) {
        return switch (row.entityType().type()) {
            case "Affiliation" ->
                name(row, "person") + ", " + text(row, "title") + around(" (", name(row, "organization"), ")");
            case "Participation" -> either(name(row, "organization"), name(row, "person")) + ", "
                    + (text(row, "role").equals("OTHER") ? "taking part" : words(row, "role")) + " in "
                    + either(name(row, "initiative"), name(row, "event"));
            case "EventTopic" -> name(row, "event") + ", about " + name(row, "topic");
            case "InitiativeTopic" -> name(row, "initiative") + ", about " + name(row, "topic");
            case "OrganizationLink" -> name(row, "organization") + ", "
                    + (text(row, "kind").equals("RELATED") ? "related to" : words(row, "kind")) + " " + name(row, "target");
            case "Identifier" -> text(row, "scheme") + " " + text(row, "value") + " of " + name(row, "organization");
            case "Name" -> text(row, "text") + ", another name of "
                    + Stream.of("organization", "person", "initiative", "event", "product").map(relation -> name(row, relation))
                            .filter(Objects::nonNull).findFirst().orElse("");
            case "FinancialReport" -> report(row);
            case "Figure" -> figure(row);
            case "Citation" -> text(one(row, "source"), "title") + around(", ", text(row, "locator"), "");
            case "Edit" -> text(row, "summary");
            case "RecordChange" -> text(row, "record");
            case "FieldChange" -> text(row, "field") + " of " + text(one(row, "change"), "record");
            default -> either(text(row, "name"), text(row, "title"));
        };
    }

    private String report(Row row) {
        String period = text(row, "period").equals("NINE_MONTHS") ? "nine months" : text(row, "period");
        return name(row, "organization") + ", " + period + " " + text(row, "fiscalYear")
                + (text(row, "revision").equals("1") ? "" : ", revision " + text(row, "revision"));
    }

    private String figure(Row row) {
        String of = one(row, "report") != null ? report(one(row, "report"))
                : either(name(row, "organization"), either(name(row, "initiative"), name(row, "product")));
        String exactly = text(row, "qualifier").equals("EXACT") ? null : words(row, "qualifier");
        return of + ": " + Stream.of(text(row, "metric"), exactly, text(row, "value"), text(row, "currency"),
                text(row, "unit").equals("PERCENT") ? "percent" : null).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private Row one(Row row, String relation) {
        return records.one(records.metamodel().entityType(((Attribute.ToOne) row.entityType().attribute(relation)).target()),
                row.values().get(relation));
    }

    private String name(Row row, String relation) {
        Row one = one(row, relation);
        return one == null ? null : text(one, "name");
    }

    private static String words(Row row, String attribute) {
        return text(row, attribute).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String text(Row row, String attribute) {
        Map<String, Object> values = row.values();
        Object value = values.get(attribute);
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString()
                : value instanceof Day day ? day.text() : value == null ? null : value.toString();
    }

    private static String around(String before, String text, String after) {
        return text == null ? "" : before + text + after;
    }

    private static String either(String one, String other) {
        return one == null ? other : one;
    }
}
