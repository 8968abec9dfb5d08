package dev.footnote.explorer.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;

/** The fields of an entity type that pages show, as text of a GraphQL selection. */
public final class Selection {

    /** Where a fact was read. It is the same on all pages, so that all pages show the same footnotes. */
    static final String NOTE = """
            fragment Note on Citation {
              locator field stance note quote
              source { id title url authors published publisher { label } }
            }
            """;

    private Selection() {
    }

    /** Values of a record, without what only identifies it. */
    public static List<Attribute> values(EntityType type) {
        return type.attributes().stream()
                .filter(attribute -> attribute instanceof Attribute.Scalar scalar && scalar.isStated()
                        || attribute instanceof Attribute.Embedded || attribute instanceof Attribute.Formula)
                .toList();
    }

    /** Relations of a record to one other. */
    public static List<Attribute> references(EntityType type) {
        return type.attributes().stream()
                .filter(attribute -> attribute instanceof Attribute.One || attribute instanceof Attribute.Any).toList();
    }

    /** Relations of a record to one other that are stated, without those that are computed. */
    public static Stream<Attribute> stated(EntityType type) {
        return references(type).stream().filter(attribute -> !(attribute instanceof Attribute.DerivedToOne));
    }

    /** Relations of a record to many others, without the citations of a cited fact. */
    public static List<Attribute.Many> relations(EntityType type) {
        return type.attributes().stream().filter(Attribute.Many.class::isInstance).map(Attribute.Many.class::cast)
                .filter(relation -> !(type.cited() && relation.name().equals("citations"))).toList();
    }

    /**
     * Values and references of a record.
     *
     * @param except a reference that is left out, because it leads back to the page
     */
    static String fields(EntityType type, Attribute except) {
        String values = values(type).stream().map(Selection::value).collect(Collectors.joining(" "));
        String references = references(type).stream().filter(attribute -> !attribute.equals(except))
                .map(attribute -> attribute.name() + " { __typename id label }").collect(Collectors.joining(" "));
        return ("id label " + values + " " + references).strip();
    }

    private static String value(Attribute attribute) {
        return attribute instanceof Attribute.Embedded group
                ? group.name() + " { " + group.values().stream().map(Attribute::name).collect(Collectors.joining(" ")) + " }"
                : attribute.name();
    }
}
