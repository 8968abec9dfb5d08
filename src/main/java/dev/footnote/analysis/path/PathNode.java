package dev.footnote.analysis.path;

import java.util.Comparator;

import dev.footnote.metamodel.EntityType;

/** A record on a path. */
record PathNode(EntityType entityType, int id) implements Comparable<PathNode> {

    private static final Comparator<PathNode> ORDER = Comparator.<PathNode, String> comparing(stop -> stop.entityType().table())
            .thenComparing(PathNode::id);

    @Override
    public int compareTo(PathNode other) {
        return ORDER.compare(this, other);
    }
}
