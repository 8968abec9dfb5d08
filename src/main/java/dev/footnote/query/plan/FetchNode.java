package dev.footnote.query.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.footnote.metamodel.EntityType;
import dev.footnote.query.page.PageRequest;

/** One selected relation of a document, read by one statement. It is mutable only while its plan is being built. */
public final class FetchNode {

    public final int index;
    /** The position in the response, by response names, such as {@code people.nodes.affiliations}. */
    public final String path;
    /** The schema name of what is read, such as {@code Person.affiliations}. */
    public final String name;
    public final EntityType entityType;
    public final FetchSource source;
    public final FieldArguments argument;
    public final RowLayout layout = new RowLayout();

    private final FetchNode parent;
    private final FetchNode list;
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private boolean sealed;
    /** The page if it is the same for every request; null if it depends on variables or if the arguments have errors. */
    private PageRequest pageRequest;
    /** How many relation subqueries the filter and the order of that page contain. */
    private int subqueries;

    /** What the selection needs from the records. */
    public enum Need {
        /** The records themselves, not only their number. */
        ROWS,
        CURSORS,
        /** Whether there are more records than the page holds. */
        BOUNDS,
        COUNT,
        /** The whole list, across all its pages, so that any number of records may be requested. */
        WHOLE
    }

    /**
     * Position of a fetch in its plan and in the response.
     *
     * @param path the position in the response, by response names
     */
    public record Place(int index, String path) {
    }

    public FetchNode(Place place, EntityType entityType, FetchSource source, FieldArguments argument) {
        this.index = place.index();
        this.path = place.path();
        this.name = source.name(entityType);
        this.list = source instanceof FetchSource.Aggregated aggregated ? aggregated.of().list : this;
        this.parent = source instanceof FetchSource.Related related ? related.parent() : list == this ? null : list.parent;
        this.entityType = entityType;
        this.source = source;
        this.argument = argument;
    }

    /**
     * Adds needs.
     *
     * @throws IllegalStateException if the fetch is sealed
     */
    public FetchNode need(Need... more) {
        open();
        needs.addAll(List.of(more));
        return this;
    }

    /**
     * Removes needs.
     *
     * @throws IllegalStateException if the fetch is sealed
     */
    public FetchNode spare(Need... less) {
        open();
        needs.removeAll(List.of(less));
        return this;
    }

    private void open() {
        if (sealed) {
            throw new IllegalStateException("A fetch of a plan that requests share cannot be changed");
        }
    }

    /**
     * Makes the fetch immutable, because requests on several threads share it from now on.
     *
     * @param settled the page if it is the same for every request, or null
     * @param subqueries how many relation subqueries the filter and the order of that page contain
     */
    void seal(PageRequest settled, int subqueries) {
        open();
        this.pageRequest = settled;
        this.subqueries = subqueries;
        sealed = true;
        layout.seal();
    }

    PageRequest pageRequest() {
        return pageRequest;
    }

    int subqueries() {
        return subqueries;
    }

    public boolean rows() {
        return needs.contains(Need.ROWS);
    }

    public boolean cursors() {
        return needs.contains(Need.CURSORS);
    }

    public boolean bounds() {
        return needs.contains(Need.BOUNDS);
    }

    public boolean count() {
        return needs.contains(Need.COUNT);
    }

    /** Whether the sort values of a page are read with its records: for cursors, or to see whether any value exists. */
    public boolean keyed(PageRequest page) {
        return cursors() || !page.keyset().named().isEmpty();
    }

    boolean whole() {
        return needs.contains(Need.WHOLE);
    }

    /** The fetch of the parent records; null at the root. */
    public FetchNode parent() {
        return parent;
    }

    /** The list whose records are aggregated; the fetch itself if nothing is aggregated. */
    public FetchNode list() {
        return list;
    }

    /** The number of statements that are run for this fetch; more than one if the number is unknown. */
    int statements() {
        if (source instanceof FetchSource.Aggregate && layout.size() == 0) {
            return 0;
        }
        return source instanceof FetchSource.Virtual ? 2 : (rows() ? 1 : 0) + (count() ? 1 : 0);
    }

    /** Whether the fetch is the same for every request. */
    boolean isConstant() {
        return (argument == null || argument.isConstant()) && layout.arguments().stream().allMatch(FieldArguments::isConstant)
                && (parent() == null || parent().isConstant());
    }
}
