package dev.footnote.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.annotation.Searchable;

/** An entity type whose records are found by their names. */
record SearchType(EntityType entityType, Searchable rule) {

    /** All of them, as the entities declare them. */
    static List<SearchType> all(Metamodel metamodel) {
        List<SearchType> all = metamodel.entityTypes().stream()
                .filter(entityType -> entityType.entity().isAnnotationPresent(Searchable.class))
                .map(entityType -> new SearchType(entityType, entityType.entity().getAnnotation(Searchable.class)))
                .sorted(Comparator.comparing(SearchType::mark)).toList();
        Set<Character> marks = new HashSet<>();
        for (SearchType type : all) {
            if (!marks.add(type.mark())) {
                throw new IllegalStateException("@Searchable of " + type.entityType.type() + " has the mark '" + type.mark()
                        + "' of another entity. Choose a letter that none has.");
            }
            if (type.entityType.named().isEmpty()) {
                throw new IllegalStateException(type.entityType.type() + " is @Searchable but has no name. Add a field name or"
                        + " title that is @NonNull.");
            }
        }
        return all;
    }

    String table() {
        return entityType.table();
    }

    /** The name of the type in the schema. */
    String name() {
        return table().toUpperCase(Locale.ROOT);
    }

    /** The first letter of the keys of their names. */
    char mark() {
        return rule.mark();
    }

    /** The column with the name of a record. */
    String nameColumn() {
        return entityType.named().orElseThrow().column();
    }

    /** Whether more than its name leads to a record. */
    boolean hasProfile() {
        return entityType.alias() != null || rule.profile().length > 0;
    }
}
