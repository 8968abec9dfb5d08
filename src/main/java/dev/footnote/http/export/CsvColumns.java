package dev.footnote.http.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.query.plan.FieldCollector;
import graphql.language.Field;
import graphql.schema.GraphQLObjectType;

/** The columns of a CSV file: one for each selected value, by its path. A list, or a value of any type, is one column. */
final class CsvColumns {

    /**
     * @param index the index of the column; none if it contains other columns
     * @param inner the columns of an object by response name; null if it is one column
     */
    record Column(int index, Map<String, Column> inner) {
    }

    private final FieldCollector selection;
    private final List<String> headers = new ArrayList<>();
    private final Column whole;

    CsvColumns(FieldCollector selection, GraphQLObjectType type, List<Field> fields) {
        this.selection = selection;
        this.whole = inner("", type, fields);
    }

    List<String> headers() {
        return headers;
    }

    /** The columns of a whole record. */
    Column whole() {
        return whole;
    }

    private Column inner(String path, GraphQLObjectType type, List<Field> parents) {
        Map<String, Column> inner = new HashMap<>();
        selection.fields(ExportableListFinder.names(type), parents)
                .forEach((response, fields) -> inner.put(response, column(path + response, type, fields)));
        return new Column(-1, inner);
    }

    private Column column(String path, GraphQLObjectType parent, List<Field> fields) {
        GraphQLObjectType type = ExportableListFinder.object(parent, fields);
        if (type != null && !ExportableListFinder.isList(type)) {
            return inner(path + ".", type, fields);
        }
        headers.add(path);
        return new Column(headers.size() - 1, null);
    }
}
