package dev.footnote.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.domain.source.Citation;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/** The README of a new dataset. It describes each column, using the descriptions of the schema. */
final class DatasetReadme {

    private static final String HEAD = """
            # A dataset for Footnote

            A folder of tables, one for each kind of record, which Footnote checks, imports and serves. `datapackage.json` names
            the tables, and says what the dataset is called.

            1. Fill in the tables. The lines that are there are examples; take them out when you have your own.
            2. `footnote check` with the name of this folder says what is wrong, with the line and the column.
            3. `footnote serve --dataset` with the name of this folder serves it at <http://localhost:8080>.

            Tables that you do not need you delete, here and in `datapackage.json`. Save them as CSV in UTF-8.

            - Every record has an **id** of your own, unique in its table, such as `ada-example`. Others name it by that.
            - Every record but a source **cites a source**: its `source` is the id of a line in `sources.csv`, its `locator` the
              place in there, such as `page 7`. Further citations go into `citations.csv`.
            - A **date** is as exact as its source: `2018`, `2018-04` or `2018-04-25`.
            - An **empty cell** means that it is not known.
            """;

    private static final String CITED = "| `source`, `locator`, `note`, `stance` | | The first citation: the id of a source, the"
            + " place in it, what a reader should know about the reading, and whether the place supports the record. |\n";

    private static final String CITATIONS = """
            | `subject` | needed | The record that the place is about: its kind, a colon and its id, such as `person:ada-example`. |
            | `field` | | The field that the place is about. Empty for the whole record. |
            | `source` | needed | The id of a source. |
            | `locator` | | The place in the source. Empty for the whole document. |
            | `note` | | What a reader should know about the reading. |
            | `quote` | | The words of the source, where its licence lets them be repeated. |
            | `stance` | | Whether the place supports the record. One of `supports`, `contested`, `disputes`. Empty for `supports`. |
            """;

    /** Hints for scalars whose values are not plain text. */
    private static final Map<String, String> HINTS = Map.of("PartialDate", " A date.", "Decimal", " A decimal number.", "Int",
            " A whole number.", "Boolean", " `true` or `false`.", "CountryCode", " A country, such as `CH`.", "LanguageTag",
            " A language, such as `en`.", "CurrencyCode", " A currency, such as `CHF`.", "URL",
            " A whole address, with https://.");

    private final Collection<EntityType> entityTypes;

    DatasetReadme(Collection<EntityType> entityTypes) {
        this.entityTypes = entityTypes;
    }

    String text() {
        return HEAD + entityTypes.stream().map(this::table).collect(Collectors.joining());
    }

    private String table(EntityType entityType) {
        String head = "\n## " + DatasetScaffold.file(entityType) + "\n\n" + entityType.description()
                + "\n\n| Column | | What it holds |\n|---|---|---|\n";
        if (entityType.entity() == Citation.class) {
            return head + CITATIONS;
        }
        return head + "| `id` | needed | The id of the record, unique in this table. |\n"
                + entityType.attributes(FilterableAttribute.Stored.class).stream().map(attribute -> rows(entityType, attribute))
                        .collect(Collectors.joining())
                + (entityType.cited() ? CITED : "");
    }

    private String rows(EntityType entityType, FilterableAttribute.Stored attribute) {
        return attribute.match(
                value -> value.isStated() ? row(entityType, TableColumn.of(value), value.description() + hint(value)) : "",
                group -> group.values().stream().map(part -> row(TableColumn.of(group, part).header(), "together",
                        group.description() + " " + part.description() + hint(part))).collect(Collectors.joining()),
                relation -> row(entityType, TableColumn.of(relation),
                        relation.description() + " An id of `" + resource(relation) + ".csv`."));
    }

    private String resource(Attribute.ToOne relation) {
        return entityTypes.stream().filter(one -> one.entity() == relation.target()).findFirst().orElseThrow().resource();
    }

    private static String row(EntityType entityType, TableColumn column, String text) {
        return row(column.header(), need(entityType, column), text);
    }

    private static String row(String header, String need, String text) {
        return "| `" + header + "` | " + (need.isEmpty() ? "" : need + " ") + "| " + text + " |\n";
    }

    private static String need(EntityType entityType, TableColumn column) {
        if (entityType.exactlyOne().stream().anyMatch(group -> group.contains(column.header()))) {
            return "one of these";
        }
        return column.required() ? "needed" : "";
    }

    private static String hint(Attribute.Scalar value) {
        if (value.type() instanceof GraphQLEnumType enumeration) {
            return " One of " + enumeration.getValues().stream()
                    .map(constant -> "`" + constant.getName().toLowerCase(Locale.ROOT) + "`").collect(Collectors.joining(", "))
                    + ".";
        }
        return HINTS.getOrDefault(((GraphQLNamedType) value.type()).getName(), "");
    }
}
