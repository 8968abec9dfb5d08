package dev.footnote.query.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.footnote.metamodel.EntityType;
import dev.footnote.query.sql.PageRequest;

/** One selected relation of a document: what one statement will read. It changes only while its plan is made. */
public final class FetchNode {

    public final int index;
    /** Where it stands in the answer, by response names, such as {@code people.nodes.affiliations}. */
    public final String path;
    /** What is read, as the schema calls it, such as {@code Person.affiliations}. */
    public final String name;
    public final EntityType entityType;
    public final FetchSource source;
    public final FieldArguments argument;
    public final RowLayout layout = new RowLayout();

    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private boolean sealed;
    /** The page that every request asks for; null where variables have a say, and where the arguments are at fault. */
    private PageRequest pageRequest;
    /** How often filter and order of that page look into relations. */
    private int looks;

    /** What is wanted of the records. */
    public enum Need {
        /** The records themselves, and not only their number. */
        ROWS,
        CURSORS,
        /** Whether there are more records than the page holds. */
        BOUNDS,
        COUNT,
        /** The list through all its pages, so that any number of records may be asked for. */
        WHOLE
    }

    /** @param path where it stands in the answer, by response names */
    public record Place(int index, String path) {
    }

    public FetchNode(Place place, EntityType entityType, FetchSource source, FieldArguments argument) {
        this.index = place.index();
        this.path = place.path();
        this.name = name(source, entityType.type());
        this.entityType = entityType;
        this.source = source;
        this.argument = argument;
    }

    /** @throws IllegalStateException when it is sealed */
    public FetchNode need(Need... more) {
        open();
        needs.addAll(List.of(more));
        return this;
    }

    /** @throws IllegalStateException when it is sealed */
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
     * Makes it immutable, because from now on requests on several threads share it.
     *
     * @param settled the page that every request asks for, or null
     * @param looks how often filter and order of that page look into relations
     */
    void seal(PageRequest settled, int looks) {
        open();
        this.pageRequest = settled;
        this.looks = looks;
        sealed = true;
        layout.seal();
    }

    PageRequest pageRequest() {
        return pageRequest;
    }

    int looks() {
        return looks;
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

    /** Whether the values that a page is ordered by are read with its records: for cursors, or to see whether there are any. */
    public boolean keyed(PageRequest page) {
        return cursors() || !page.keyset().named().isEmpty();
    }

    boolean whole() {
        return needs.contains(Need.WHOLE);
    }

    private static String name(FetchSource source, String type) {
        if (source instanceof FetchSource.Aggregate totals) {
            return totals.of().name + ".aggregate";
        }
        if (source instanceof FetchSource.SumByUnit apart) {
            return apart.of().name + "." + apart.sum().attribute().name();
        }
        if (source instanceof FetchSource.GroupBy grouped) {
            return grouped.of().name + ".groups";
        }
        if (source instanceof FetchSource.RootList all) {
            return "Query." + all.list();
        }
        if (source instanceof FetchSource.Virtual making) {
            return "Query." + making.root().name();
        }
        return source instanceof FetchSource.ChildList children
                ? children.parent().entityType.type() + "." + children.relation().name()
                : type;
    }

    /** The fetch of the records that this one's hang on; null at the root. */
    public FetchNode parent() {
        if (source instanceof FetchSource.ChildList children) {
            return children.parent();
        }
        if (source instanceof FetchSource.ByReference named) {
            return named.parent();
        }
        if (source instanceof FetchSource.NestedRows nested) {
            return nested.parent();
        }
        return list() == this ? null : list().parent();
    }

    /** The list whose records are taken together; where they are not, the fetch itself. */
    public FetchNode list() {
        if (source instanceof FetchSource.SumByUnit apart) {
            return apart.of().list();
        }
        if (source instanceof FetchSource.Aggregate totals) {
            return totals.of();
        }
        return source instanceof FetchSource.GroupBy grouped ? grouped.of() : this;
    }

    /** How many statements are run for it, or more than one where that is not known. */
    int statements() {
        if (source instanceof FetchSource.Aggregate && layout.size() == 0) {
            return 0;
        }
        return source instanceof FetchSource.Virtual ? 2 : (rows() ? 1 : 0) + (count() ? 1 : 0);
    }

    /** Whether every request asks for the same. */
    boolean isConstant() {
        return (argument == null || argument.isConstant()) && layout.arguments().stream().allMatch(FieldArguments::isConstant)
                && (parent() == null || parent().isConstant());
    }
}
