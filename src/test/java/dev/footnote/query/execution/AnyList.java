package dev.footnote.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SortKey;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.Records.Row;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

/**
 * A list of records that is asked for with one filter, one order and one time.
 *
 * @param path where it stands in an answer
 * @param around what stands around it in a document
 * @param rows those that hang on the parent, or all
 * @param asked the arguments but those of a page
 */
record AnyList(String path, String type, String field, String around, EntityType entityType, List<Row> rows,
        List<SortKey> defaultValue,
        Map<String, Object> asked) {

    /** @param page further arguments, as they are written */
    String document(String page, String selection) {
        String arguments = asked.entrySet().stream().map(entry -> entry.getKey() + ": " + Literal.of(entry.getValue()))
                .collect(Collectors.joining(", "));
        return around.formatted(field + ("(" + arguments + " " + page + ")").replace("( )", "") + " { " + selection + " }");
    }

    /** The same question with what is asked in variables. */
    GraphQLRequest inVariables(GraphQLSchema schema, String page, String selection) {
        List<String> declared = new ArrayList<>();
        List<String> given = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            declared.add("$" + name + ": " + GraphQLTypeUtil
                    .simplePrint(schema.getObjectType(type).getFieldDefinition(field).getArgument(name).getType()));
            given.add(name + ": $" + name);
            variables.put(name, Literal.variable(value));
        });
        return new GraphQLRequest((declared.isEmpty() ? "" : "query(" + String.join(", ", declared) + ") ")
                + around.formatted(field + "(" + String.join(", ", given) + " " + page + ") { " + selection + " }"), null,
                variables);
    }

    AnyList asking(Map<String, Object> other) {
        return new AnyList(path, type, field, around, entityType, rows, defaultValue, other);
    }

    /** The arguments as graphql-java hands them on. */
    Map<String, Object> coerced(GraphQLSchema schema) {
        return Coercion.arguments(schema, type, field, document("first: 1", "totalCount"));
    }

    /** At the time that is asked about here or around it. */
    Naive at(Naive ever, GraphQLSchema schema) {
        String document = document("first: 1", "totalCount");
        String[] relation = path.split("/");
        Naive outside = relation.length > 4 ? ever.at(Coercion.arguments(schema, "Query", relation[2], document)) : ever;
        return outside.at(coerced(schema));
    }

    /** All records of the list in order. */
    List<Row> all(Naive ever, GraphQLSchema schema) {
        return at(ever, schema).list(rows, type.equals("FinancialReport") ? relation(ever) : null, entityType, coerced(schema),
                defaultValue);
    }

    private Attribute.ToMany relation(Naive ever) {
        return (Attribute.ToMany) ever.records().metamodel().entityTypeOfType(type).attribute(field);
    }

    static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.at(pointer).asText()));
        return texts;
    }
}
