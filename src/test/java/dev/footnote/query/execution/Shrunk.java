package dev.footnote.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shrinks failing arguments, because the cause is easier to see in small ones. */
final class Shrunk {

    private Shrunk() {
    }

    /** Arguments from which nothing can be left out without {@code fails} to end. */
    static Map<String, Object> of(Map<String, Object> arguments, Predicate<Map<String, Object>> fails) {
        Map<String, Object> smallest = arguments;
        for (Map<String, Object> next = smallest; next != null;) {
            smallest = next;
            next = smaller(smallest).filter(fails).findFirst().orElse(null);
        }
        return smallest;
    }

    private static Stream<Map<String, Object>> smaller(Map<String, Object> map) {
        return map.keySet().stream().flatMap(key -> {
            Map<String, Object> without = new LinkedHashMap<>(map);
            without.remove(key);
            return Stream.concat(Stream.of(without), smaller(map.get(key)).map(value -> {
                Map<String, Object> with = new LinkedHashMap<>(map);
                with.put(key, value);
                return with;
            }));
        });
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object> smaller(Object value) {
        if (value instanceof List<?> list) {
            return smaller((List<Object>) list);
        }
        // what an object holds may do in place of the object, such as a filter within one that is turned round
        return value instanceof Map<?, ?> map
                ? Stream.concat(inner((Map<String, Object>) map), smaller((Map<String, Object>) map))
                : Stream.empty();
    }

    private static Stream<Object> inner(Map<String, Object> map) {
        return map.values().stream().filter(Map.class::isInstance);
    }

    private static Stream<Object> smaller(List<Object> list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1).flatMap(i -> {
            List<Object> without = new ArrayList<>(list);
            without.remove((int) i);
            return Stream.concat(Stream.of(without), smaller(list.get(i)).map(value -> {
                List<Object> with = new ArrayList<>(list);
                with.set(i, value);
                return with;
            }));
        });
    }
}
