package dev.footnote.explorer.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.ValueType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;

/**
 * A field that a list can be narrowed down by, with the number of records for each value.
 *
 * @param name of the field, and of the parameter in the address of the page
 */
public record Facet(String name, Kind kind) {

    /** How the values of a facet are found. */
    public enum Kind {
        VALUE,
        YEAR,
        SOURCE
    }

    private static final Set<String> CODES = Set.of("CountryCode", "CurrencyCode", "LanguageTag", "Boolean");
    /** Texts with few values. */
    private static final Set<String> PLACES = Set.of("city", "metric");

    /** The facets of an entity type: its enums and codes, its first date, and its sources. */
    public static List<Facet> of(EntityType type) {
        List<Facet> facets = new ArrayList<>();
        boolean dated = false;
        for (Attribute attribute : Selection.values(type)) {
            if (attribute instanceof Attribute.Scalar scalar) {
                if (scalar.domain() == ValueType.DATE && !dated) {
                    facets.add(new Facet(scalar.name(), Kind.YEAR));
                    dated = true;
                } else if (isEnumerable(scalar)) {
                    facets.add(new Facet(scalar.name(), Kind.VALUE));
                }
            }
        }
        if (type.cited()) {
            facets.add(new Facet("source", Kind.SOURCE));
        }
        return facets;
    }

    private static boolean isEnumerable(Attribute.Scalar scalar) {
        return scalar.type() instanceof GraphQLEnumType
                || scalar.type() instanceof GraphQLNamedType named && CODES.contains(named.getName())
                || PLACES.contains(scalar.name());
    }

    String by() {
        return switch (kind) {
            case VALUE -> "{ " + name + ": VALUE }";
            case YEAR -> "{ " + name + ": YEAR }";
            case SOURCE -> "{ citations: { source: { slug: VALUE } } }, { citations: { source: { title: VALUE } } }";
        };
    }

    String key() {
        return switch (kind) {
            case VALUE -> "{ " + name + " }";
            case YEAR -> "{ " + name + " { year } }";
            case SOURCE -> "{ citations { source { slug title } } }";
        };
    }

    /** The filter for records that have the value. */
    public Map<String, Object> filter(String value) {
        Map<String, Object> filter = new LinkedHashMap<>();
        switch (kind) {
            case VALUE -> filter.put(name, Map.of("eq", value.equals("true") ? true : value.equals("false") ? false : value));
            case YEAR -> filter.put(name, Map.of("within", value));
            case SOURCE -> filter.put("citations", Map.of("some", Map.of("source", Map.of("slug", Map.of("eq", value)))));
        }
        return filter;
    }
}
