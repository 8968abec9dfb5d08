package dev.footnote.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.query.execution.NaiveGroups.Group;
import graphql.schema.GraphQLSchema;

/**
 * The groups of a list.
 *
 * @param asked the arguments but those of a page
 */
record AnyGroups(AnyList list, Map<String, Object> asked) {

    /** @param page further arguments, as they are written */
    String selection(String page, String selected) {
        String arguments = Literal.arguments(asked);
        return "groups" + arguments.substring(0, arguments.length() - 1) + " " + page + ") { totalCount nodes {"
                + " count key { " + by().stream().map(AnyGroups::selected).collect(Collectors.joining(" ")) + " } " + selected
                + " } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> by() {
        return (List<Map<String, Object>>) asked.get("by");
    }

    @SuppressWarnings("unchecked")
    private static String selected(Map<String, Object> key) {
        Map.Entry<String, Object> only = key.entrySet().iterator().next();
        if (only.getValue() instanceof Literal.Constant how) {
            return only.getKey() + (how.name().equals("VALUE") ? "" : " { year quarter month }");
        }
        return only.getKey() + " { " + selected((Map<String, Object>) only.getValue()) + " }";
    }

    @SuppressWarnings("unchecked")
    private static List<String> path(Map<String, Object> key) {
        Map.Entry<String, Object> only = key.entrySet().iterator().next();
        List<String> path = new ArrayList<>(List.of(only.getKey()));
        if (only.getValue() instanceof Map<?, ?> deeper) {
            path.addAll(path((Map<String, Object>) deeper));
        }
        return path;
    }

    /** All groups of the list in order. */
    List<Group> all(Naive ever, GraphQLSchema schema) {
        return list.at(ever, schema).groups(list.all(ever, schema), list.entityType(), Coercion.arguments(schema,
                list.entityType().type() + "Connection", "groups", list.document("", selection("", ""))));
    }

    /** How many there are in the group, and what they have in common. */
    String told(Group group) {
        return group.rows().size() + " "
                + by().stream().map(key -> Door.text(Oracle.shown(group.shown(path(key)), null))).toList();
    }

    /** The same of an answered group. */
    String told(JsonNode group) {
        return group.get("count").asInt() + " "
                + by().stream().map(key -> group.get("key").at("/" + String.join("/", path(key))).toString()).toList();
    }
}
