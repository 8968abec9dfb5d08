package dev.footnote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.answer.Records.Row;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;
import dev.footnote.question.Request;
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
record AnyList(String path, String type, String field, String around, Noun noun, List<Row> rows, List<Order> usual,
        Map<String, Object> asked) {

    /** @param page further arguments, as they are written */
    String document(String page, String selection) {
        String arguments = asked.entrySet().stream().map(entry -> entry.getKey() + ": " + Literal.of(entry.getValue()))
                .collect(Collectors.joining(", "));
        return around.formatted(field + ("(" + arguments + " " + page + ")").replace("( )", "") + " { " + selection + " }");
    }

    /** The same question with what is asked in variables. */
    Request inVariables(GraphQLSchema schema, String page, String selection) {
        List<String> declared = new ArrayList<>();
        List<String> given = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            declared.add("$" + name + ": " + GraphQLTypeUtil
                    .simplePrint(schema.getObjectType(type).getFieldDefinition(field).getArgument(name).getType()));
            given.add(name + ": $" + name);
            variables.put(name, Literal.variable(value));
        });
        return new Request((declared.isEmpty() ? "" : "query(" + String.join(", ", declared) + ") ")
                + around.formatted(field + "(" + String.join(", ", given) + " " + page + ") { " + selection + " }"), null,
                variables);
    }

    AnyList asking(Map<String, Object> other) {
        return new AnyList(path, type, field, around, noun, rows, usual, other);
    }

    /** The arguments as graphql-java hands them on. */
    Map<String, Object> coerced(GraphQLSchema schema) {
        return Coercion.arguments(schema, type, field, document("first: 1", "totalCount"));
    }

    /** At the time that is asked about here or around it. */
    Naive at(Naive ever, GraphQLSchema schema) {
        String document = document("first: 1", "totalCount");
        String[] way = path.split("/");
        Naive outside = way.length > 4 ? ever.at(Coercion.arguments(schema, "Query", way[2], document)) : ever;
        return outside.at(coerced(schema));
    }

    /** All records of the list in order. */
    List<Row> all(Naive ever, GraphQLSchema schema) {
        return at(ever, schema).list(rows, type.equals("FinancialReport") ? way(ever) : null, noun, coerced(schema), usual);
    }

    private Member.ToMany way(Naive ever) {
        return (Member.ToMany) ever.records().graph().nounOfType(type).member(field);
    }

    static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.at(pointer).asText()));
        return texts;
    }
}
