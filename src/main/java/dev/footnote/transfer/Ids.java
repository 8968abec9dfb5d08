package dev.footnote.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.graph.Noun;

/** The records of a dataset by slug, with the number that each has in its table. A record keeps its number over imports. */
final class Ids {

    private final Map<Noun, Map<String, Integer>> before = new HashMap<>();
    private final Map<Noun, Map<String, Integer>> now = new HashMap<>();
    private final Map<Noun, Integer> highest = new HashMap<>();
    private final Map<Noun, Set<Integer>> uncited = new HashMap<>();
    private final Map<Noun, Set<List<Object>>> claimed = new HashMap<>();

    /** Tells of a record that the database holds already. */
    void remember(Noun noun, String slug, int id) {
        before.computeIfAbsent(noun, key -> new HashMap<>()).put(slug, id);
        highest.merge(noun, id, Math::max);
    }

    /** @return whether the slug is new in the dataset */
    boolean add(Noun noun, String slug) {
        Integer known = before.getOrDefault(noun, Map.of()).get(slug);
        int id = known != null ? known : highest.getOrDefault(noun, 0) + 1;
        if (now.computeIfAbsent(noun, key -> new HashMap<>()).putIfAbsent(slug, id) != null) {
            return false;
        }
        highest.merge(noun, id, Math::max);
        uncited.computeIfAbsent(noun, key -> new HashSet<>()).add(id);
        return true;
    }

    /** @return whether no record of the kind had the values before */
    boolean claim(Noun noun, List<Object> values) {
        return claimed.computeIfAbsent(noun, key -> new HashSet<>()).add(values);
    }

    /** @return null when the dataset has no such record */
    Integer id(Noun noun, String slug) {
        return now.getOrDefault(noun, Map.of()).get(slug);
    }

    void cite(Noun noun, Integer id) {
        uncited.getOrDefault(noun, Set.of()).remove(id);
    }

    boolean cited(Noun noun, Integer id) {
        return !uncited.getOrDefault(noun, Set.of()).contains(id);
    }
}
