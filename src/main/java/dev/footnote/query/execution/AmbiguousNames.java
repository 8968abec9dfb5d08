package dev.footnote.query.execution;

import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.metamodel.EntityType;
import dev.footnote.query.sql.LookupCondition;

/** Error message for a name that several records share. */
final class AmbiguousNames {

    private AmbiguousNames() {
    }

    /** The message for a client that looked up one of them by name. */
    static String sentence(EntityType entityType, String name, List<String> slugs) {
        boolean more = slugs.size() == LookupCondition.MOST_NAMESAKES;
        List<String> told = more ? slugs.subList(0, slugs.size() - 1) : slugs;
        return (more ? "More than " : "") + told.size() + " " + entityType.type() + " records have the "
                + entityType.named().name() + " \""
                + name + "\": " + told.stream().map(slug -> entityType.table() + ":" + slug).collect(Collectors.joining(", "))
                + (more ? " and others" : "") + ". Ask for one of them, as in by: {slug: \"" + told.get(0) + "\"}.";
    }
}
