package dev.footnote.query.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.QueryField;
import dev.footnote.query.execution.Records.Row;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** A random valid document, with its variables. */
final class RandomDocument {

    private static final Set<String> PLACES = Set.of("cursor", "startCursor", "endCursor", "filter");

    private final Random random;
    private final GraphQLSchema schema;
    private final Records records;
    private final RandomArguments arguments;
    private final RandomValues values;
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final StringBuilder declared = new StringBuilder();
    private final StringBuilder fragments = new StringBuilder();
    private int names;
    private int budget = 60;

    RandomDocument(Random random, GraphQLSchema schema, Records records) {
        this.random = random;
        this.schema = schema;
        this.records = records;
        this.arguments = new RandomArguments(random, schema, records);
        this.values = arguments.values();
    }

    Map<String, Object> variables() {
        return variables;
    }

    String text() {
        String selected = selection(schema.getQueryType(), 5, false, new HashSet<>());
        return "query Random" + (declared.isEmpty() ? "" : "(" + declared + ")") + " " + selected + fragments;
    }

    private String selection(GraphQLFieldsContainer type, int depth, boolean aliased, Set<String> used) {
        List<String> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            parts.add(part(type, depth, aliased, used));
        }
        if (type instanceof GraphQLInterfaceType narrow) {
            List<GraphQLObjectType> types = new ArrayList<>(schema.getImplementations(narrow));
            Collections.shuffle(types, random);
            // by an alias each, because fields of one name may be of other types in other records
            types.subList(0, random.nextInt(3)).forEach(
                    one -> parts.add("... on " + one.getName() + " " + selection(one, depth, true, new HashSet<>())));
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private String part(GraphQLFieldsContainer type, int depth, boolean aliased, Set<String> used) {
        if (depth > 0 && values.chance(12)) {
            return inFragment(type, depth, aliased, used);
        }
        if (values.chance(10)) {
            return aliased ? alias() + "__typename" : "__typename";
        }
        List<GraphQLFieldDefinition> fields = type.getFieldDefinitions().stream()
                .filter(field -> !PLACES.contains(field.getName()))
                .filter(field -> records.metamodel().root(field.getName()).filter(QueryField.Virtual.class::isInstance)
                        .isEmpty())
                .filter(field -> depth > 0 && budget > 0 || leaf(field)).toList();
        return fields.isEmpty() ? alias() + "__typename" : field(values.any(fields), depth, aliased, used);
    }

    private String field(GraphQLFieldDefinition field, int depth, boolean aliased, Set<String> used) {
        budget--;
        boolean plain = !aliased && field.getArguments().isEmpty() && !values.chance(3) && (leaf(field)
                ? used.add(field.getName()) || true
                : used.add(field.getName()));
        String head = (plain ? "" : alias()) + field.getName() + arguments(field) + directive();
        if (leaf(field)) {
            return head;
        }
        GraphQLFieldsContainer type = (GraphQLFieldsContainer) unwrapped(field);
        String first = head + " " + selection(type, depth - 1, false, new HashSet<>());
        // once more under the same name, to be merged: whatever is in it, an alias or the same field of the same type
        return !values.chance(8) ? first
                : first + " " + head.replaceAll(" @.*", "") + " " + selection(type, depth - 1, true, new HashSet<>());
    }

    private String inFragment(GraphQLFieldsContainer type, int depth, boolean aliased, Set<String> used) {
        String on = type.getName();
        GraphQLFieldsContainer narrowed = type;
        if (type instanceof GraphQLObjectType object && !object.getInterfaces().isEmpty() && values.chance(2)) {
            on = values.any(object.getInterfaces()).getName();
            narrowed = (GraphQLFieldsContainer) schema.getType(on);
        }
        if (values.chance(3)) {
            String name = "F" + ++names;
            String selected = selection(narrowed, depth - 1, aliased, used);
            fragments.append("\nfragment ").append(name).append(" on ").append(on).append(' ').append(selected);
            return "..." + name + directive();
        }
        if (narrowed == type && values.chance(3)) {
            return "..." + directive() + " " + selection(type, depth - 1, aliased, used);
        }
        return "... on " + on + directive() + " " + selection(narrowed, depth - 1, aliased, used);
    }

    private String directive() {
        if (!values.chance(12)) {
            return "";
        }
        String condition = values.chance(2) ? String.valueOf(values.chance(2)) : declare("Boolean!", values.chance(2));
        return (values.chance(2) ? " @skip" : " @include") + "(if: " + condition + ")";
    }

    private String arguments(GraphQLFieldDefinition field) {
        Map<String, Object> given = new LinkedHashMap<>();
        EntityType entityType = entityType(field);
        if (field.getName().equals("groups")) {
            given.putAll(arguments.groups(entityType));
            size(given);
        } else if (field.getArgument("first") != null) {
            page(given, entityType);
        } else if (field.getArgument("by") != null) {
            given.put("by", by(field, entityType));
        } else if (field.getArgument("metric") != null) {
            given.put("metric", values.any(records.all(records.metamodel().entityTypeOfType("Figure")).stream()
                    .filter(row -> row.values().get("report") != null).toList()).values().get("metric"));
        } else if (field.getArgument("ids") != null) {
            given.put("ids", ids());
        } else if (field.getArgument("id") != null) {
            given.put("id", values.id());
        }
        if (field.getArgument("at") != null && values.chance(3)) {
            arguments.time(given);
        }
        if (field.getArgument("depth") != null && values.chance(2)) {
            given.put("depth", 1 + random.nextInt(4));
        }
        if (field.getArgument("revisions") != null && values.chance(3)) {
            given.put("revisions", new Literal.Constant(values.any(List.of("ALL", "ALL", "LATEST"))));
        }
        List<String> written = new ArrayList<>();
        given.forEach((name, value) -> written.add(name + ": " + (values.chance(4)
                ? declare(typeName(field.getArgument(name)), Literal.variable(value))
                : Literal.of(value))));
        return written.isEmpty() ? "" : "(" + String.join(", ", written) + ")";
    }

    private void page(Map<String, Object> given, EntityType entityType) {
        size(given);
        if (values.chance(6)) {
            given.put("offset", random.nextInt(5));
        }
        if (values.chance(3)) {
            given.put("filter", arguments.filter(entityType, 2));
        }
        if (values.chance(3)) {
            given.put("orderBy", arguments.order(entityType));
        }
        if (values.chance(20)) {
            given.putIfAbsent("filter", null);
            given.putIfAbsent("last", null);
        }
    }

    private void size(Map<String, Object> given) {
        int sort = random.nextInt(5);
        if (sort < 4) {
            given.put(sort < 2 ? "first" : "last", random.nextInt(5));
        }
    }

    private Object by(GraphQLFieldDefinition field, EntityType entityType) {
        List<Row> rows = records.all(entityType);
        if (values.chance(6)) {
            return Map.of("id", entityType.table() + ":no such one");
        }
        if (field.getName().equals("organization") && values.chance(3)) {
            Row one = values.any(records.all(records.metamodel().entityTypeOfType("Identifier")));
            return Map.of("identifier", Map.of("scheme", new Literal.Constant((String) one.values().get("scheme")),
                    "value", one.values().get("value")));
        }
        return values.chance(2) ? Map.of("slug", values.any(rows).values().get("slug"))
                : Map.of("id", values.any(rows).toString());
    }

    private List<Object> ids() {
        List<Object> ids = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            ids.add(values.id());
        }
        return ids;
    }

    private EntityType entityType(GraphQLFieldDefinition field) {
        String name = ((GraphQLNamedOutputType) unwrapped(field)).getName();
        return records.metamodel().entityTypeOfType(name.replaceFirst("(GroupPage|Connection)$", ""));
    }

    private String declare(String type, Object value) {
        String name = "v" + ++names;
        declared.append(declared.isEmpty() ? "" : ", ").append('$').append(name).append(": ").append(type);
        variables.put(name, value);
        return "$" + name;
    }

    private String alias() {
        return "f" + ++names + ": ";
    }

    private static String typeName(GraphQLArgument argument) {
        return GraphQLTypeUtil.simplePrint(argument.getType());
    }

    private static GraphQLType unwrapped(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType());
    }

    private static boolean leaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isLeaf(unwrapped(field));
    }
}
