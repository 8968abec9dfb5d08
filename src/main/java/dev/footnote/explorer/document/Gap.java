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
public record Gap(QueryField.Connection list, String field, String where, String filter) {

    private static final String SOURCES = "sources";
    private static final Set<String> DESCRIPTIONS = Set.of("summary", "description");

    /** Whether the records are cited only once, instead of lacking a field. */
    public boolean isSource() {
        return field.equals(SOURCES);
    }

    /** Under which the answer has the number of these records. */
    public String alias() {
        return list.name() + "_" + field;
    }

    /** The gaps of a list: one source only, no date, no description, and an open end where records have a period. */
    static List<Gap> of(QueryField.Connection list) {
        EntityType type = list.entityType();
        List<Gap> gaps = new ArrayList<>();
        if (type.dated() != null) {
            return List.of(missing(list, type.dated().to()));
        }
        if (type.cited()) {
            gaps.add(new Gap(list, SOURCES, "sources:1", "{ citations: { count: { eq: 1 } } }"));
        }
        Selection.values(type).stream()
                .filter(value -> value instanceof Attribute.Scalar scalar && scalar.domain() == ValueType.DATE).findFirst()
                .ifPresent(date -> gaps.add(missing(list, date.name())));
        Selection.values(type).stream().filter(value -> DESCRIPTIONS.contains(value.name()))
                .forEach(text -> gaps.add(missing(list, text.name())));
        return gaps;
    }

    private static Gap missing(QueryField.Connection list, String field) {
        return new Gap(list, field, "no:" + field, "{ " + field + ": { isNull: true } }");
    }

    String text() {
        return "  " + alias() + ": " + list.name() + "(first: 0, filter: " + filter + ") { totalCount }\n";
    }
}
