package dev.footnote.explorer.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.QueryField;

/**
 * The part of the document of the start page that selects the whole dataset, as far as it is small: its records, and the
 * relations between them.
 */
public final class WholeSelection {

    /** Records of one list. A list with more of them is not small. */
    public static final int MOST = 100;

    private WholeSelection() {
    }

    /** Records with their number, and what they refer to. */
    static String records(QueryField.Connection list) {
        EntityType type = list.entityType();
        return "  " + list.name() + "(first: " + MOST + ", at: $at) { totalCount nodes { id label " + references(type)
                + "} }\n";
    }

    /** Relations between two records. */
    static String relations(QueryField.Connection list) {
        return "  " + list.name() + "(first: " + MOST + ", at: $at) { totalCount nodes { " + references(list.entityType())
                + "} }\n";
    }

    /**
     * The lists of relations that hold for a time. What a record is about, such as its topics, would hide them in a picture.
     */
    static List<QueryField.Connection> relations(Stream<QueryField.Connection> lists) {
        return lists.filter(list -> list.entityType().dated() != null && own(list.entityType()).count() > 1).toList();
    }

    private static String references(EntityType type) {
        return own(type).map(reference -> reference.name() + " { id label } ").collect(Collectors.joining());
    }

    /** What a record refers to by itself, without what is computed. */
    private static Stream<Attribute> own(EntityType type) {
        return Selection.references(type).stream().filter(Attribute.ToOne.class::isInstance);
    }
}
