package dev.footnote.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.question.Selection;
import graphql.language.Field;
import graphql.schema.GraphQLObjectType;

/** The columns of a file: every selected value by its path. Lists, and what may be of any kind, are one column each. */
final class Columns {

    /**
     * @param index which column it is; none where it holds others
     * @param inner by response name the columns of an object, null where it is one column
     */
    record Column(int index, Map<String, Column> inner) {
    }

    private final Selection selection;
    private final List<String> headers = new ArrayList<>();
    private final Column whole;

    Columns(Selection selection, GraphQLObjectType type, List<Field> fields) {
        this.selection = selection;
        this.whole = inner("", type, fields);
    }

    List<String> headers() {
        return headers;
    }

    /** The columns of a record. */
    Column whole() {
        return whole;
    }

    private Column inner(String path, GraphQLObjectType type, List<Field> parents) {
        Map<String, Column> inner = new HashMap<>();
        selection.fields(Choosing.names(type), parents)
                .forEach((response, fields) -> inner.put(response, column(path + response, type, fields)));
        return new Column(-1, inner);
    }

    private Column column(String path, GraphQLObjectType parent, List<Field> fields) {
        GraphQLObjectType type = Choosing.object(parent, fields);
        if (type != null && !Choosing.isList(type)) {
            return inner(path + ".", type, fields);
        }
        headers.add(path);
        return new Column(headers.size() - 1, null);
    }
}
