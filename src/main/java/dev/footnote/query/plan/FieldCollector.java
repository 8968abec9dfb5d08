package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;

/** Collects the fields that a document selects on a type, as in the section CollectFields of the GraphQL specification. */
public final class FieldCollector {

    private final Map<String, FragmentDefinition> fragments;
    private final CoercedVariables variables;
    private boolean variable;

    public FieldCollector(Map<String, FragmentDefinition> fragments, CoercedVariables variables) {
        this.fragments = fragments;
        this.variables = variables;
    }

    /** The fragments of the document, by name. */
    public Map<String, FragmentDefinition> fragments() {
        return fragments;
    }

    /** Whether any selection so far depended on a variable. */
    public boolean variable() {
        return variable;
    }

    /**
     * The selected fields by response name; the fields of one name are merged into one.
     *
     * @param types the object type and the interfaces that it implements
     */
    public Map<String, List<Field>> fields(Set<String> types, List<Field> parents) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        Set<String> spread = new HashSet<>();
        for (Field parent : parents) {
            collect(types, parent.getSelectionSet(), fields, spread);
        }
        return fields;
    }

    /** The fields of an operation, which has no parent field. */
    public Map<String, List<Field>> fields(String type, SelectionSet selections) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        collect(Set.of(type), selections, fields, new HashSet<>());
        return fields;
    }

    /**
     * Collects the fields of a selection set.
     *
     * @param spread fragments that are already expanded; expanding them again would add nothing
     */
    private void collect(Set<String> types, SelectionSet selections, Map<String, List<Field>> fields,
            Set<String> spread) {
        for (graphql.language.Selection<?> selection : selections.getSelections()) {
            if (!included((DirectivesContainer<?>) selection)) {
                continue;
            }
            if (selection instanceof Field field) {
                fields.computeIfAbsent(field.getResultKey(), name -> new ArrayList<>(1)).add(field);
            } else if (selection instanceof InlineFragment inline) {
                if (applies(inline.getTypeCondition(), types)) {
                    collect(types, inline.getSelectionSet(), fields, spread);
                }
            } else if (spread.add(((FragmentSpread) selection).getName())) {
                FragmentDefinition fragment = fragments.get(((FragmentSpread) selection).getName());
                if (applies(fragment.getTypeCondition(), types)) {
                    collect(types, fragment.getSelectionSet(), fields, spread);
                }
            }
        }
    }

    private static boolean applies(TypeName condition, Set<String> types) {
        return condition == null || types.contains(condition.getName());
    }

    private boolean included(DirectivesContainer<?> selection) {
        for (Directive directive : selection.getDirectives()) {
            if (directive.getName().equals("skip") && holds(directive)
                    || directive.getName().equals("include") && !holds(directive)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Directive directive) {
        Argument condition = directive.getArgument("if");
        if (condition.getValue() instanceof VariableReference reference) {
            variable = true;
            return given(reference);
        }
        return ((BooleanValue) condition.getValue()).isValue();
    }

    /**
     * Reads a condition. A variable with a default may be nullable although a condition is not, and may then be given as
     * null.
     */
    private boolean given(VariableReference reference) {
        Object value = variables.get(reference.getName());
        if (value == null) {
            throw new RequestException(new RequestError(RequestError.Code.BAD_USER_INPUT, "The variable $" + reference.getName()
                    + " decides what is selected, and is null. Give true or false.", List.of(reference.getSourceLocation())));
        }
        return (Boolean) value;
    }
}
