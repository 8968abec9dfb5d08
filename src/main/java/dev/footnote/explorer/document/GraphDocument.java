package dev.footnote.explorer.document;

import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;

/** The document of the graph of one record: which records its own relations lead to, and by which fact. */
final class GraphDocument {

    /** Neighbours by one relation. A graph that shows more of them is not readable. */
    private static final int NEIGHBOURS = 60;

    private final Metamodel metamodel;
    private final EntityType type;
    private final QueryField.Lookup lookup;
    private final List<String> relations;

    GraphDocument(Metamodel metamodel, EntityType type, QueryField.Lookup lookup) {
        this.metamodel = metamodel;
        this.type = type;
        this.lookup = lookup;
        this.relations = Selection.relations(type).stream().filter(Attribute.ToMany.class::isInstance)
                .map(Attribute.ToMany.class::cast).map(this::relation).filter(text -> !text.isEmpty()).toList();
    }

    boolean isEmpty() {
        return relations.isEmpty();
    }

    String text() {
        return "query Explorer" + type.type() + "Graph($slug: ID!, $at: PartialDate) {\n  record: " + lookup.name()
                + "(by: { slug: $slug }, at: $at) {\n    id label " + references(type, null) + "\n"
                + String.join("", relations) + "  }\n}\n";
    }

    /** A fact with what it refers to, or the other record itself; empty if the facts lead nowhere else. */
    private String relation(Attribute.ToMany relation) {
        EntityType target = metamodel.entityType(relation.target());
        if (!target.cited() || target == names()) {
            return "";
        }
        boolean isNoun = metamodel.roots().stream().anyMatch(root -> root instanceof QueryField.Lookup found
                && found.entityType() == target);
        String others = isNoun ? "" : references(target, relation.column());
        return !isNoun && others.isEmpty() ? ""
                : "    " + relation.name() + "(first: " + NEIGHBOURS + ") { totalCount nodes { id label " + others
                        + "} }\n";
    }

    /** The entity type of other names, which lead nowhere. */
    private EntityType names() {
        return type.alias() == null ? null : metamodel.entityType(((Attribute.Many) type.attribute("names")).target());
    }

    private static String references(EntityType type, String except) {
        return Selection.stated(type)
                .filter(attribute -> !(attribute instanceof Attribute.ToOne one && one.column().equals(except)))
                .map(attribute -> attribute.name() + " { id label } ").collect(Collectors.joining());
    }
}
