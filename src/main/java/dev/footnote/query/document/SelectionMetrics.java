package dev.footnote.query.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;

/**
 * Measures selections with all fragments expanded. Each fragment is measured only once, because thirty fragments that each
 * name the next one twice stand for a billion fields.
 */
final class SelectionMetrics {

    /** Upper bound of the count, because nested sums would overflow any number. */
    static final long MOST = 1_000_000_000;

    /**
     * The size of a selection.
     *
     * @param depth levels of nested fields
     * @param fragments levels of nested fragments
     * @param fields the number of all fields
     * @param width the number of fields at the top level
     */
    record Extent(int depth, int fragments, long fields, long width) {

        private static final Extent NONE = new Extent(0, 0, 0, 0);

        /**
         * For a fragment that does not exist or is not measured yet. It counts one field, because zero fields would stay zero
         * when doubled.
         */
        private static final Extent OPEN = new Extent(0, 0, 1, 0);

        private Extent with(Extent other) {
            return new Extent(Math.max(depth, other.depth), Math.max(fragments, other.fragments), capped(fields + other.fields),
                    capped(width + other.width));
        }

        private Extent below() {
            return new Extent(depth + 1, fragments, capped(fields + 1), 1);
        }

        private Extent within() {
            return new Extent(depth, fragments + 1, fields, width);
        }

        private static long capped(long number) {
            return Math.min(MOST, number);
        }
    }

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Extent> known = new HashMap<>();

    SelectionMetrics(List<FragmentDefinition> fragments) {
        this.fragments = fragments.stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (one, other) -> one));
    }

    Extent of(SelectionSet selections) {
        Extent extent = Extent.NONE;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                extent = extent.with(of(selection));
            }
        }
        return extent;
    }

    private Extent of(Selection<?> selection) {
        if (selection instanceof Field field) {
            return of(field.getSelectionSet()).below();
        }
        if (selection instanceof InlineFragment inline) {
            return of(inline.getSelectionSet());
        }
        String name = ((FragmentSpread) selection).getName();
        Extent extent = known.get(name);
        if (extent == null) {
            // in case the fragment includes itself; validation reports this, and also a fragment that does not exist
            known.put(name, Extent.OPEN);
            FragmentDefinition fragment = fragments.get(name);
            extent = fragment == null ? Extent.OPEN : of(fragment.getSelectionSet()).within();
            known.put(name, extent);
        }
        return extent;
    }
}
