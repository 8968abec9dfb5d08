package dev.footnote.explorer.document;

import java.util.Optional;
import java.util.stream.Collectors;

import dev.footnote.explorer.view.PartsTree;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;

/** The document of the page of one record: its values, its relations, and where each was read. */
public final class RecordDocument {

    /** Records of one relation. The page of a record links to the list of all. */
    private static final int RELATED = 20;
    /** The relation to what edits did with a record. */
    public static final String HISTORY = "history";
    /** Parts or wholes, which are shown as one tree. */
    private static final int TREE = 60;

    private final Metamodel metamodel;
    private final EntityType type;
    private final Optional<QueryField.Lookup> lookup;

    RecordDocument(Metamodel metamodel, EntityType type, Optional<QueryField.Lookup> lookup) {
        this.metamodel = metamodel;
        this.type = type;
        this.lookup = lookup;
    }

    String text() {
        String relations = Selection.relations(type).stream().map(this::relation).collect(Collectors.joining("\n"));
        boolean isTree = type.attribute(Metamodel.WHOLES) instanceof Attribute.Hierarchy;
        String fields = "    __typename " + Selection.fields(type, null) + (isTree ? wholes() : "") + citations("first: 20")
                + "\n" + relations.indent(4);
        String record = lookup.isPresent()
                ? "query Explorer" + type.type() + "($slug: ID!, $at: PartialDate, $possibly: Boolean) {\n  record: "
                        + lookup.get().name() + "(by: { slug: $slug }, at: $at, possibly: $possibly) {\n" + fields + "  }\n}\n"
                : "query Explorer" + type.type() + "($id: ID!) {\n  record: node(id: $id) {\n    ... on " + type.type() + " {\n"
                        + fields + "    }\n  }\n}\n";
        return record + (record.contains("...Note") ? "\n" + Selection.NOTE : "");
    }

    private String citations(String page) {
        return type.cited() ? "\n    citations(" + page + ") { totalCount nodes { ...Note } }" : "";
    }

    private String relation(Attribute.Many relation) {
        if (relation.name().equals(HISTORY)) {
            return HISTORY + "(first: " + RELATED + ") {\n  totalCount\n  nodes { action edit { id label madeAt madeBy }"
                    + " fields(first: 10) { nodes { field before after } } }\n}";
        }
        EntityType target = metamodel.entityType(relation.target());
        boolean isTree = relation instanceof Attribute.Hierarchy hierarchy && hierarchy.deep();
        String back = relation instanceof Attribute.ToMany many ? many.column() : null;
        Attribute except = Selection.references(target).stream()
                .filter(attribute -> attribute instanceof Attribute.ToOne one && one.column().equals(back)).findFirst()
                .orElse(null);
        String notes = target.cited() ? " citations(first: 3) { totalCount nodes { ...Note } }" : "";
        return relation.name() + "(first: " + (isTree ? TREE : RELATED) + ") {\n  totalCount\n  nodes { "
                + Selection.fields(target, except)
                + notes + (isTree ? wholes() : "") + " }\n}";
    }

    private static String wholes() {
        return " " + PartsTree.WHOLES + ": " + Metamodel.WHOLES + "(depth: 1, first: 10) { nodes { id } }";
    }
}
