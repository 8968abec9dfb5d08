package dev.footnote.query.output;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a response as maps and lists by response name, for operations that graphql-java itself completes. */
public final class MapResultWriter implements ResultWriter {

    /** The key of an object's type name. No field can have this name. */
    public static final String TYPE = "#type";

    private final Deque<Object> open = new ArrayDeque<>();
    private String name;
    private Object whole;

    @SuppressWarnings("unchecked")
    public Map<String, Object> whole() {
        return (Map<String, Object>) whole;
    }

    @Override
    public void name(Name name) {
        this.name = name.text();
    }

    @Override
    public void element() {
        // nothing to do: a list takes its elements as they are written
    }

    @Override
    @SuppressWarnings("unchecked")
    public void value(Object value) {
        if (open.isEmpty()) {
            whole = value;
        } else if (open.peek() instanceof List<?> list) {
            ((List<Object>) list).add(value);
        } else {
            ((Map<String, Object>) open.peek()).put(name, value);
        }
    }

    @Override
    public void whole(Object tree) {
        value(tree);
    }

    @Override
    public void openObject(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        value(object);
        object.put(TYPE, type);
        open.push(object);
    }

    @Override
    public void closeObject() {
        open.pop();
    }

    @Override
    public void openList() {
        List<Object> list = new ArrayList<>();
        value(list);
        open.push(list);
    }

    @Override
    public void closeList() {
        open.pop();
    }
}
