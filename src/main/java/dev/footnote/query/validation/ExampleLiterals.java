package dev.footnote.query.validation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Short example values and selections for error messages. */
final class ExampleLiterals {

    private static final int DEPTH = 4;

    private static final Map<String, String> SCALARS = Map.of("Int", "10", "Float", "1.5", "Boolean", "true",
            "Decimal", "\"1000000\"", "PartialDate", "\"2018\"", "CurrencyCode", "\"CNY\"", "CountryCode", "\"CN\"",
            "LanguageTag", "\"en\"", "URL", "\"https://example.org\"");

    /** The most meaningful keys, the best first. */
    private static final List<String> KEYS = List.of("from", "some", "name", "kind", "title", "role", "metric", "count",
            "slug");

    private ExampleLiterals() {
    }

    /** An example value of an input type. */
    static String value(GraphQLType type) {
        return value(type, DEPTH);
    }

    /** An example object of an input type that has this key. */
    static String object(GraphQLInputObjectType type, String key) {
        return "{ " + key + ": " + value(type.getFieldDefinition(key).getType(), DEPTH - 1) + " }";
    }

    private static String value(GraphQLType type, int depth) {
        if (type instanceof GraphQLNonNull required) {
            return value(required.getWrappedType(), depth);
        }
        if (type instanceof GraphQLList list) {
            return "[" + value(list.getWrappedType(), depth) + "]";
        }
        if (type instanceof GraphQLEnumType enumeration) {
            return enumeration.getValues().get(0).getName();
        }
        return type instanceof GraphQLInputObjectType object ? object(object, depth)
                : SCALARS.getOrDefault(((GraphQLNamedType) type).getName(), "\"...\"");
    }

    private static String object(GraphQLInputObjectType type, int depth) {
        if (depth == 0) {
            return "{}";
        }
        boolean needs = type.getFieldDefinitions().stream().anyMatch(ExampleLiterals::isNeeded);
        // the optional keys beside a required key show what the required key is about
        List<GraphQLInputObjectField> fields = needs
                ? type.getFieldDefinitions().stream().filter(one -> isNeeded(one) || GraphQLTypeUtil.isLeaf(one.getType()))
                        .toList()
                : List.of(best(type));
        return fields.stream().map(field -> field.getName() + ": " + value(field.getType(), depth - 1))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    static boolean isNeeded(GraphQLInputObjectField field) {
        return field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
    }

    private static GraphQLInputObjectField best(GraphQLInputObjectType type) {
        GraphQLInputObjectField equal = type.getFieldDefinition("eq");
        GraphQLInputObjectField least = type.getFieldDefinition("gte");
        if (least != null && !((GraphQLNamedType) least.getType()).getName().equals("String")) {
            return least;
        }
        return KEYS.stream().map(type::getFieldDefinition).filter(field -> field != null).findFirst()
                .orElse(equal != null ? equal : type.getFieldDefinitions().get(0));
    }

    /** An example selection of an output type, in braces. */
    static String selection(GraphQLType type) {
        GraphQLFieldsContainer fields = (GraphQLFieldsContainer) GraphQLTypeUtil.unwrapAll(type);
        GraphQLFieldDefinition nodes = fields.getFieldDefinition("nodes");
        return "{ " + (nodes == null ? leaves(fields) : "nodes " + selection(nodes.getType())) + " }";
    }

    private static String leaves(GraphQLFieldsContainer type) {
        List<String> leaves = type.getFieldDefinitions().stream().filter(field -> field.getArguments().isEmpty())
                .filter(field -> GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())))
                .map(GraphQLFieldDefinition::getName).toList();
        return List.of("name", "title", "id").stream().filter(leaves::contains).findFirst()
                .orElse(leaves.isEmpty() ? "__typename" : leaves.stream().limit(2).collect(Collectors.joining(" ")));
    }
}
