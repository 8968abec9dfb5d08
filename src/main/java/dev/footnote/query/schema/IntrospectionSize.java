package dev.footnote.query.schema;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLModifiedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;

/**
 * Counts how many schema values an operation requests, before anything is executed. Each selection is counted once for each
 * element, because types lead to fields and fields to types without end.
 */
public final class IntrospectionSize {

    /** The most schema values in a response, a few times those of the whole schema. Counting stops at this number. */
    public static final int MOST = 200_000;

    private static final Object ROOT = new Object();

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<SelectionSet, Map<Object, Long>> known = new IdentityHashMap<>();
    private int counted;

    /**
     * Creates the counter.
     *
     * @param fragments the fragments of the document, by name
     */
    public IntrospectionSize(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
        this.schema = schema;
        this.fragments = fragments;
    }

    /**
     * Counts the schema values of an operation.
     *
     * @param operation an operation of a valid document
     */
    public long of(OperationDefinition operation) {
        return values(ROOT, operation.getSelectionSet());
    }

    private long values(Object element, SelectionSet selections) {
        Map<Object, Long> values = known.computeIfAbsent(selections, one -> new IdentityHashMap<>());
        Long before = values.get(element);
        if (before != null) {
            return before;
        }
        if (++counted > MOST) {
            return MOST; // each selection has at least one value
        }
        long sum = 0;
        for (Selection<?> selection : selections.getSelections()) {
            sum = Math.min(MOST, sum + values(element, selection));
        }
        values.put(element, sum);
        return sum;
    }

    private long values(Object element, Selection<?> selection) {
        if (selection instanceof InlineFragment inline) {
            return values(element, inline.getSelectionSet());
        }
        if (selection instanceof FragmentSpread spread) {
            return values(element, fragments.get(spread.getName()).getSelectionSet());
        }
        Field field = (Field) selection;
        if (element == ROOT && !field.getName().startsWith("__")) {
            return 0; // dataset fields do not count
        }
        if (field.getSelectionSet() == null) {
            return 1;
        }
        if (element == ROOT && field.getName().equals("__type")) {
            return 1 + type(field);
        }
        long sum = 1;
        for (Object child : children(element, field.getName())) {
            sum = Math.min(MOST, sum + values(child, field.getSelectionSet()));
        }
        return sum;
    }

    /** The size of the named type; of the largest type if a variable holds the name. */
    private long type(Field field) {
        Value<?> name = field.getArguments().get(0).getValue();
        if (name instanceof StringValue text) {
            GraphQLType type = schema.getType(text.getValue());
            return type == null ? 0 : values(type, field.getSelectionSet());
        }
        return schema.getAllTypesAsList().stream().mapToLong(type -> values(type, field.getSelectionSet())).max().orElse(0);
    }

    private Collection<?> children(Object element, String field) {
        return switch (field) {
            case "__schema" -> List.of(schema);
            case "types" -> schema.getAllTypesAsList();
            case "queryType" -> List.of(schema.getQueryType());
            case "mutationType" -> Optional.ofNullable(schema.getMutationType()).stream().toList();
            case "subscriptionType" -> Optional.ofNullable(schema.getSubscriptionType()).stream().toList();
            case "directives" -> schema.getDirectives();
            case "fields" -> element instanceof GraphQLFieldsContainer type ? type.getFieldDefinitions() : List.of();
            case "inputFields" -> element instanceof GraphQLInputObjectType type ? type.getFieldDefinitions() : List.of();
            case "enumValues" -> element instanceof GraphQLEnumType type ? type.getValues() : List.of();
            case "interfaces" -> element instanceof GraphQLImplementingType type ? type.getInterfaces() : List.of();
            case "possibleTypes" -> possible(element);
            case "args" -> arguments(element);
            case "ofType" -> element instanceof GraphQLModifiedType type ? List.of(type.getWrappedType()) : List.of();
            case "type" -> type(element);
            default -> List.of();
        };
    }

    private Collection<?> possible(Object element) {
        if (element instanceof GraphQLInterfaceType type) {
            return schema.getImplementations(type);
        }
        return element instanceof GraphQLUnionType type ? type.getTypes() : List.of();
    }

    private static Collection<?> arguments(Object element) {
        if (element instanceof GraphQLFieldDefinition field) {
            return field.getArguments();
        }
        return element instanceof GraphQLDirective directive ? directive.getArguments() : List.of();
    }

    private static Collection<?> type(Object element) {
        if (element instanceof GraphQLFieldDefinition field) {
            return List.of(field.getType());
        }
        if (element instanceof GraphQLArgument argument) {
            return List.of(argument.getType());
        }
        return element instanceof GraphQLInputObjectField field ? List.of(field.getType()) : List.of();
    }
}
