package dev.footnote.answer;

import java.util.List;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Order;
import dev.footnote.graph.Root;

/** One selected relation of a document: what one statement will read. */
final class Fetch {

    /** Which records are read. */
    sealed interface Anchor {
    }

    /** A page of all. */
    record All(String list, List<Order> order) implements Anchor {
    }

    /** A page of those that name a record read before. */
    record Children(Fetch parent, int key, Member.ToMany way) implements Anchor {
    }

    /** The ones that records read before name by kind and key. */
    record Named(Fetch parent, int kind, int key) implements Anchor {
    }

    /** The one that an argument names. */
    record Lookup(Root.Lookup root) implements Anchor {
    }

    /** The ones that an argument names by global ids. */
    record ByIds() implements Anchor {
    }

    final int index;
    final Noun noun;
    final Anchor anchor;
    final Argument argument;
    final Layout layout = new Layout();

    /** Whether records are asked for, and not only their number. */
    boolean rows;
    boolean cursors;
    /** Whether it matters that there are more records than the page holds. */
    boolean bounds;
    boolean count;

    Fetch(int index, Noun noun, Anchor anchor, Argument argument) {
        this.index = index;
        this.noun = noun;
        this.anchor = anchor;
        this.argument = argument;
    }
}
