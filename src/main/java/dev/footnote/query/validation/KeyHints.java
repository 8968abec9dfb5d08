package dev.footnote.query.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import graphql.language.EnumValue;
import graphql.language.StringValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;

/**
 * Hints for unknown keys and arguments, and for values that are not objects: what to write instead. Empty if names of the
 * schema must not be disclosed.
 */
record KeyHints(NameSuggestions suggestions) {

    private static final Set<String> AROUND = Set.of("and", "or", "not", "none", "every", "counted", "of");
    private static final Set<String> PARTS_OF_ORDER = Set.of("field", "direction", "by", "column", "sort", "order", "key",
            "value");
    private static final Pattern ORDER = Pattern.compile("(.*?)_?(ASC|DESC)", Pattern.CASE_INSENSITIVE);
    private static final int FEW = 3;

    /** The hint for a key that an input type does not have. */
    String key(GraphQLInputObjectType type, String name) {
        if (!suggestions.open()) {
            return "";
        }
        List<String> known = names(type);
        String same = known.stream().filter(one -> ForeignOperatorNames.plain(one).equals(ForeignOperatorNames.plain(name)))
                .findFirst()
                .orElseGet(() -> ForeignOperatorNames.key(name, known));
        if (same != null) {
            return " Did you mean " + same + "?";
        }
        String sentence = ForeignOperatorNames.sentence(name, known);
        if (!sentence.isEmpty()) {
            return sentence;
        }
        String joined = joined(type, name);
        if (joined != null) {
            return " Write " + joined + ".";
        }
        if (name.equals("id") && known.contains("slug")) {
            return " The part of an id behind the colon is the slug. Write " + part(type.getFieldDefinition("slug")) + ".";
        }
        if (type.isOneOf() && PARTS_OF_ORDER.contains(name) && !known.contains(name)) {
            return " The key is the name of a field, as in " + ExampleLiterals.value(type) + ".";
        }
        List<String> within = within(type, name);
        return within.isEmpty() ? suggestions.of(name, known) : " Write " + FieldHints.either(within) + ".";
    }

    /** The hint for an argument that a field does not have. */
    String argument(GraphQLFieldDefinition field, String name) {
        if (!suggestions.open()) {
            return "";
        }
        List<String> known = field.getArguments().stream().map(GraphQLArgument::getName).toList();
        String same = known.stream().filter(one -> ForeignOperatorNames.plain(one).equals(ForeignOperatorNames.plain(name)))
                .findFirst()
                .orElseGet(() -> ForeignOperatorNames.argument(name, known));
        if (same == null && known.contains("filter") && Set.of("groupby", "distinct", "distincton").contains(
                ForeignOperatorNames.plain(name))) {
            return " Groups are a field of the list: select groups(by: [...]) { nodes { key { ... } count } }.";
        }
        for (GraphQLArgument argument : field.getArguments()) {
            if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType type
                    && type.getFieldDefinition(name) != null && !AROUND.contains(name)) {
                return " Write " + argument.getName() + ": " + ExampleLiterals.object(type, name) + ".";
            }
        }
        return same != null ? " Did you mean " + same + "?" : suggestions.of(name, known);
    }

    /** The hint for a required argument that is missing. */
    String missing(GraphQLFieldDefinition field, String name) {
        GraphQLArgument argument = field.getArgument(name);
        return !suggestions.open() || argument == null ? ""
                : " Write such as " + name + ": " + ExampleLiterals.value(argument.getType()) + ".";
    }

    /** The hint for an object that lacks a required key. */
    String whole(GraphQLInputObjectType type) {
        return suggestions.open() ? " Write such as " + ExampleLiterals.value(type) + "." : "";
    }

    /** The hint for a value that must be an object but is not. */
    String braces(GraphQLInputObjectType type, Object value) {
        if (!suggestions.open()) {
            return ".";
        }
        String text = value instanceof StringValue string ? string.getValue()
                : value instanceof EnumValue constant ? constant.getName() : value instanceof String string ? string : null;
        String field = text == null ? null : field(type, text);
        if (field != null) {
            return ", such as " + ExampleLiterals.object(type, field) + ".";
        }
        boolean lookup = type.getFieldDefinition("id") != null;
        for (String operator : List.of("within", "eq", text != null && text.contains(":") ? "id" : "slug")) {
            if (text != null && type.getFieldDefinition(operator) != null && (lookup || !type.isOneOf())) {
                return ", such as { " + operator + ": " + LeafValueValidator.shown(value) + " }.";
            }
        }
        return ", such as " + ExampleLiterals.value(type) + ".";
    }

    /** The hint for an object with several keys of which only one is allowed. */
    String several(GraphQLInputObjectType type, Iterable<?> keys) {
        List<String> objects = new ArrayList<>();
        for (Object key : keys) {
            if (type.getFieldDefinition(key.toString()) == null) {
                return "";
            }
            objects.add("{ " + key + ": ... }");
        }
        return " Write an object for each: [" + String.join(", ", objects) + "].";
    }

    /** The field that a value such as NAME_ASC means. */
    private static String field(GraphQLInputObjectType type, String text) {
        Matcher order = ORDER.matcher(text);
        String plain = ForeignOperatorNames.plain(order.matches() && !order.group(1).isEmpty() ? order.group(1) : text);
        return names(type).stream().filter(one -> ForeignOperatorNames.plain(one).equals(plain)).findFirst().orElse(null);
    }

    /** The hint for a key that combines two, such as name_contains or organizationId. */
    private static String joined(GraphQLInputObjectType type, String name) {
        String plain = ForeignOperatorNames.plain(name);
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            String start = field.getName().toLowerCase(Locale.ROOT);
            if (plain.startsWith(start) && plain.length() > start.length()
                    && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType inner) {
                String rest = plain.substring(start.length());
                List<String> known = names(inner);
                String key = rest.equals("id") && known.contains("slug") ? "slug"
                        : known.stream().filter(one -> ForeignOperatorNames.plain(one).equals(rest)).findFirst()
                                .orElseGet(() -> ForeignOperatorNames.key(rest, known));
                if (key != null) {
                    return field.getName() + ": " + ExampleLiterals.object(inner, key);
                }
            }
        }
        return null;
    }

    /** Where the key exists instead: in an object one level deeper, or inside {@code some}. */
    private static List<String> within(GraphQLInputObjectType type, String name) {
        List<String> near = new ArrayList<>();
        List<String> far = new ArrayList<>();
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (AROUND.contains(field.getName())
                    || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType inner)) {
                continue;
            }
            if (inner.getFieldDefinition(name) != null) {
                near.add(field.getName() + ": " + ExampleLiterals.object(inner, name));
            } else if (inner.getFieldDefinition("some") != null && GraphQLTypeUtil.unwrapAll(
                    inner.getFieldDefinition("some").getType()) instanceof GraphQLInputObjectType one
                    && one.getFieldDefinition(name) != null) {
                far.add(field.getName() + ": { some: " + ExampleLiterals.object(one, name) + " }");
            }
        }
        return (near.isEmpty() ? far : near).stream().limit(FEW).toList();
    }

    private static String part(GraphQLInputObjectField field) {
        return field.getName() + ": " + ExampleLiterals.value(field.getType());
    }

    private static List<String> names(GraphQLInputObjectType type) {
        return type.getFieldDefinitions().stream().map(GraphQLInputObjectField::getName).toList();
    }
}
