package dev.footnote.path;

import java.util.Comparator;

import dev.footnote.graph.Noun;

/**
 * A fact that joins two records.
 *
 * @param from the one of them that a path comes from
 * @param to the one that it goes to
 * @param fact the kind of fact
 * @param id which fact
 * @param along whether the path goes from who relates to what is related to
 */
record Link(Stop from, Stop to, Noun fact, int id, boolean along) {

    static final Comparator<Link> ORDER = Comparator.<Link, String> comparing(link -> link.fact().table())
            .thenComparing(Link::id);
}
