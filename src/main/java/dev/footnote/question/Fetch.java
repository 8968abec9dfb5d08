package dev.footnote.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;
import dev.footnote.graph.Root;
import dev.footnote.graph.Sum;
import dev.footnote.sql.Window;

/** One selected relation of a document: what one statement will read. It changes only while its plan is made. */
public final class Fetch {

    /** Which records are read. */
    public sealed interface Anchor {
    }

    /** A page of all. */
    public record All(String list, List<Order> order) implements Anchor {
    }

    /** A page of those that name a record read before. */
    public record Children(Fetch parent, int key, Member.Many way) implements Anchor {
    }

    /** The ones that records read before name by kind and key. */
    public record Named(Fetch parent, int kind, int key) implements Anchor {
    }

    /** Numbers over all records of a list. */
    public record Totals(Fetch of) implements Anchor {
    }

    /** The groups of the records of a list. */
    public record Grouped(Fetch of) implements Anchor {
    }

    /** Numbers over all records of a list or of each of its groups, apart for what makes no sum together. */
    public record Apart(Fetch of, Sum sum) implements Anchor {
    }

    /** The rows that are made for the question. */
    public record Making(Root.Making root) implements Anchor {
    }

    /** The made rows that hang on rows made before. */
    public record Nested(Fetch parent, int key, Member.Nested way) implements Anchor {
    }

    /** The one that an argument names. */
    public record Lookup(Root.Lookup root) implements Anchor {
    }

    /** The ones that an argument names by global ids. */
    public record ByIds() implements Anchor {
    }

    public final int index;
    /** Where it stands in the answer, by response names, such as {@code people.nodes.affiliations}. */
    public final String path;
    /** What is read, as the schema calls it, such as {@code Person.affiliations}. */
    public final String name;
    public final Noun noun;
    public final Anchor anchor;
    public final Argument argument;
    public final Layout layout = new Layout();

    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private boolean sealed;
    /** The page that every request asks for; null where variables have a say, and where the arguments are at fault. */
    private Window window;
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

    public Fetch(Place place, Noun noun, Anchor anchor, Argument argument) {
        this.index = place.index();
        this.path = place.path();
        this.name = name(anchor, noun.type());
        this.noun = noun;
        this.anchor = anchor;
        this.argument = argument;
    }

    /** @throws IllegalStateException when it is sealed */
    public Fetch need(Need... more) {
        open();
        needs.addAll(List.of(more));
        return this;
    }

    /** @throws IllegalStateException when it is sealed */
    public Fetch spare(Need... less) {
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
    void seal(Window settled, int looks) {
        open();
        this.window = settled;
        this.looks = looks;
        sealed = true;
        layout.seal();
    }

    Window window() {
        return window;
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
    public boolean keyed(Window page) {
        return cursors() || !page.keyset().named().isEmpty();
    }

    boolean whole() {
        return needs.contains(Need.WHOLE);
    }

    private static String name(Anchor anchor, String type) {
        if (anchor instanceof Totals totals) {
            return totals.of().name + ".aggregate";
        }
        if (anchor instanceof Apart apart) {
            return apart.of().name + "." + apart.sum().member().name();
        }
        if (anchor instanceof Grouped grouped) {
            return grouped.of().name + ".groups";
        }
        if (anchor instanceof All all) {
            return "Query." + all.list();
        }
        if (anchor instanceof Making making) {
            return "Query." + making.root().name();
        }
        return anchor instanceof Children children ? children.parent().noun.type() + "." + children.way().name() : type;
    }

    /** The fetch of the records that this one's hang on; null at the root. */
    public Fetch parent() {
        if (anchor instanceof Children children) {
            return children.parent();
        }
        if (anchor instanceof Named named) {
            return named.parent();
        }
        if (anchor instanceof Nested nested) {
            return nested.parent();
        }
        return list() == this ? null : list().parent();
    }

    /** The list whose records are taken together; where they are not, the fetch itself. */
    public Fetch list() {
        if (anchor instanceof Apart apart) {
            return apart.of().list();
        }
        if (anchor instanceof Totals totals) {
            return totals.of();
        }
        return anchor instanceof Grouped grouped ? grouped.of() : this;
    }

    /** How many statements are run for it, or more than one where that is not known. */
    int statements() {
        if (anchor instanceof Totals && layout.size() == 0) {
            return 0;
        }
        return anchor instanceof Making ? 2 : (rows() ? 1 : 0) + (count() ? 1 : 0);
    }

    /** Whether every request asks for the same. */
    boolean isConstant() {
        return (argument == null || argument.isConstant()) && layout.arguments().stream().allMatch(Argument::isConstant)
                && (parent() == null || parent().isConstant());
    }
}
