package dev.footnote.query.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Hints for unknown fields and types: what to select, or which type is meant. Empty if names must not be disclosed. */
record FieldHints(GraphQLSchema schema, NameSuggestions suggestions) {

    /** Fields that lead to wrapped records or values, the most likely first. */
    private static final List<String> WRAPPING = List.of("nodes", "node", "key", "aggregate", "pageInfo");
    private static final Set<String> ITEMS = Set.of("items", "data", "results", "records", "rows", "list", "objects",
            "entities",
            "values", "content", "collection", "hits");
    private static final Set<String> COUNTS = Set.of("count", "total", "size", "length", "totalitems", "totalelements");
    private static final Map<String, Set<String>> NUMBERS = Map.of("sum", Set.of("total", "totals"), "average",
            Set.of("avg", "mean"), "min", Set.of("minimum", "lowest"), "max", Set.of("maximum", "highest"),
            "known", Set.of("count", "nonnull"), "distinct", Set.of("countdistinct", "unique"));
    private static final Map<String, Set<String>> SCALARS = Map.of(
            "PartialDate", Set.of("date", "datetime", "timestamp", "timestamptz", "localdate", "time", "isodate"),
            "Decimal", Set.of("float", "double", "bigdecimal", "bigfloat", "numeric", "number", "money"),
            "Int", Set.of("integer", "long", "bigint", "int64", "int32", "short"),
            "ID", Set.of("uuid", "guid", "globalid", "objectid"),
            "String", Set.of("text", "varchar", "citext", "str"), "Boolean", Set.of("bool"));
    private static final Map<String, String> INPUTS = Map.of("By", ".*(uniqueinput|pkinput|key|lookup)",
            "Filter", ".*(where|boolexp|filter|condition|whereinput|filterinput|filters|predicate)",
            "Order", ".*(order|orderby|orderbyinput|sort|sortinput|orderinput|ordering|orderbyenum)");
    private static final int FEW = 4;
    private static final int SHORTEST = 4;

    /** The hint for a field that a type does not have. */
    String field(GraphQLFieldsContainer type, String name) {
        if (!suggestions.open()) {
            return "";
        }
        List<String> known = names(type);
        String plain = ForeignOperatorNames.plain(name);
        String same = known.stream().filter(one -> ForeignOperatorNames.plain(one).equals(plain)).findFirst()
                .orElseGet(() -> synonym(known, plain));
        if (same != null) {
            return " Did you mean " + same + "?";
        }
        if (type instanceof GraphQLInterfaceType narrow) {
            return narrow(narrow, name, known);
        }
        if (type == schema.getQueryType()) {
            String close = suggestions.of(name, known);
            return close.isEmpty() ? contained(known, plain) : close;
        }
        // the very name elsewhere is meant more likely than a similar one here
        List<String> within = within(type, name);
        if (within.isEmpty()) {
            return suggestions.of(name, known);
        }
        return (within.get(0).startsWith("nodes ") ? " The records are in nodes." : "") + " Write " + either(within) + ".";
    }

    private static String synonym(List<String> known, String plain) {
        if (ITEMS.contains(plain) && known.contains("nodes")) {
            return "nodes";
        }
        return COUNTS.contains(plain) && known.contains("totalCount") ? "totalCount"
                : NUMBERS.entrySet().stream().filter(one -> known.contains(one.getKey()) && one.getValue().contains(plain))
                        .map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private String narrow(GraphQLInterfaceType type, String name, List<String> known) {
        return schema.getImplementations(type).stream().filter(one -> one.getFieldDefinition(name) != null)
                .min(Comparator.comparing(GraphQLObjectType::getName))
                .map(one -> " Ask it of a type that has it, as in ... on " + one.getName() + " "
                        + selected(one.getFieldDefinition(name)) + ".")
                .orElseGet(() -> suggestions.of(name, known));
    }

    private static String selected(GraphQLFieldDefinition field) {
        return "{ " + field.getName() + (isLeaf(field) ? "" : " " + ExampleLiterals.selection(field.getType())) + " }";
    }

    /** The hint for a name that contains a known one, such as allOrganizations or organizations_aggregate. */
    private static String contained(List<String> known, String plain) {
        return known.stream().filter(one -> one.length() >= SHORTEST && plain.contains(ForeignOperatorNames.plain(one)))
                .max(Comparator.comparing(String::length)).map(one -> " Did you mean " + one + "?").orElse("");
    }

    /** Where the field exists instead: in an object one level deeper, or in the records of a list. */
    private static List<String> within(GraphQLFieldsContainer type, String name) {
        List<String> near = new ArrayList<>();
        List<String> far = new ArrayList<>();
        for (GraphQLFieldDefinition field : sorted(type)) {
            GraphQLFieldsContainer inner = container(field);
            if (inner == null || field.getArguments().stream().anyMatch(one -> one.getType() instanceof GraphQLNonNull)) {
                continue;
            }
            if (inner.getFieldDefinition(name) != null) {
                near.add(field.getName() + " " + selected(inner.getFieldDefinition(name)));
                continue;
            }
            // all fields of a wrapping object are searched, whatever their names
            for (String wrapping : WRAPPING.contains(field.getName()) ? names(inner) : WRAPPING) {
                GraphQLFieldsContainer wrapped = inner.getFieldDefinition(wrapping) == null ? null
                        : container(inner.getFieldDefinition(wrapping));
                if (wrapped != null && wrapped.getFieldDefinition(name) != null) {
                    far.add(field.getName() + " { " + wrapping + " " + selected(wrapped.getFieldDefinition(name)) + " }");
                    break;
                }
            }
        }
        List<String> found = near.isEmpty() ? far : near;
        boolean wraps = !found.isEmpty() && WRAPPING.contains(found.get(0).replaceFirst(" .*", ""));
        return found.stream().limit(wraps ? 1 : FEW).toList();
    }

    private static List<String> names(GraphQLFieldsContainer type) {
        return type.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList();
    }

    private static List<GraphQLFieldDefinition> sorted(GraphQLFieldsContainer type) {
        return Stream.concat(WRAPPING.stream().map(type::getFieldDefinition).filter(Objects::nonNull),
                type.getFieldDefinitions().stream().filter(field -> !WRAPPING.contains(field.getName()))).toList();
    }

    private static GraphQLFieldsContainer container(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer inner ? inner : null;
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    }

    /** The hint for a field that needs a selection but has none. */
    String braces(GraphQLFieldDefinition field) {
        return suggestions.open() && container(field) != null
                ? " Write such as " + field.getName() + " " + ExampleLiterals.selection(field.getType()) + "."
                : "";
    }

    /** The hint for a fragment that is placed beside its records, not on them. */
    String fragment(GraphQLType parent, String on) {
        GraphQLFieldDefinition nodes = parent instanceof GraphQLFieldsContainer type ? type.getFieldDefinition("nodes") : null;
        return nodes != null && suggestions.open() && container(nodes).getName().equals(on)
                ? " The records are in nodes. Put it there."
                : "";
    }

    /** The hint for a type that does not exist. */
    String type(String name) {
        if (!suggestions.open()) {
            return "";
        }
        String plain = ForeignOperatorNames.plain(name);
        List<String> known = schema.getAllTypesAsList().stream().map(GraphQLNamedSchemaElement::getName)
                .filter(one -> !one.startsWith("__")).toList();
        return SCALARS.entrySet().stream().filter(one -> known.contains(one.getKey()) && one.getValue().contains(plain))
                .map(Map.Entry::getKey).findFirst()
                .or(() -> INPUTS.entrySet().stream().filter(one -> plain.matches(one.getValue())).flatMap(
                        one -> known.stream().filter(type -> type.endsWith(one.getKey())).filter(type -> plain.startsWith(
                                ForeignOperatorNames.plain(type.substring(0, type.length() - one.getKey().length())))))
                        .max(Comparator.comparing(String::length)))
                .map(one -> " Did you mean " + one + "?").orElseGet(() -> suggestions.of(name, known));
    }

    static String either(List<String> relations) {
        return relations.size() == 1 ? relations.get(0)
                : String.join(", ", relations.subList(0, relations.size() - 1)) + " or " + relations.get(relations.size() - 1);
    }
}
