package dev.footnote.analysis.path;

import java.util.Comparator;

import dev.footnote.metamodel.EntityType;

/**
 * A fact that connects two records.
 *
 * @param from the record that a path comes from
 * @param to the record that a path goes to
 * @param fact the entity type of the fact
 * @param id the number of the fact
 * @param along whether the path goes in the direction of the relation, from the record that has it to its target
 */
record PathFact(PathNode from, PathNode to, EntityType fact, int id, boolean along) {

    static final Comparator<PathFact> ORDER = Comparator.<PathFact, String> comparing(link -> link.fact().table())
            .thenComparing(PathFact::id);
}
