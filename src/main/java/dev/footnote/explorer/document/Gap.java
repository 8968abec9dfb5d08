package dev.footnote.explorer.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.ValueType;

/**
 * Something that the records of a list may lack.
 *
 * @param field that is unknown, {@code sources} for records with one source only
 * @param where the parameter that narrows the list down to these records
 */
public record Gap(QueryField.Connection list, Kind kind, String field, String where, String filter) {

    /** What may be missing, in the order in which the page has it. */
    public enum Kind {
        SOURCE,
        DATE,
        DESCRIPTION,
        END
    }

    private static final Set<String> DESCRIPTIONS = Set.of("summary", "description");

    /** Under which the answer has the number of these records. */
    public String alias() {
        return list.name() + "_" + field;
    }

    /** The gaps of a list of records that are more than a relation: one source only, no date, and no description. */
    static List<Gap> of(QueryField.Connection list) {
        EntityType type = list.entityType();
        List<Gap> gaps = new ArrayList<>();
        if (type.cited()) {
            gaps.add(new Gap(list, Kind.SOURCE, "sources", "sources:1", "{ citations: { count: { eq: 1 } } }"));
        }
        Selection.values(type).stream()
                .filter(value -> value instanceof Attribute.Scalar scalar && scalar.domain() == ValueType.DATE).findFirst()
                .ifPresent(date -> gaps.add(missing(list, Kind.DATE, date.name())));
        Selection.values(type).stream().filter(value -> DESCRIPTIONS.contains(value.name()))
                .forEach(text -> gaps.add(missing(list, Kind.DESCRIPTION, text.name())));
        return gaps;
    }

    /** The gap of a list of relations that hold for some time: an open end. */
    static Gap end(QueryField.Connection list) {
        return missing(list, Kind.END, list.entityType().dated().to());
    }

    private static Gap missing(QueryField.Connection list, Kind kind, String field) {
        return new Gap(list, kind, field, "no:" + field, "{ " + field + ": { isNull: true } }");
    }

    String text() {
        return "  " + alias() + ": " + list.name() + "(first: 0, at: $at, filter: " + filter + ") { totalCount }\n";
    }
}
