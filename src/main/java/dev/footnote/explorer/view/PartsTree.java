package dev.footnote.explorer.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** A record between its wholes and its parts, as a tree. A part of several wholes is shown within each. */
public final class PartsTree {

    /** The field of each record with the wholes that it is directly a part of. */
    public static final String WHOLES = "directlyPartOf";

    /** Lines of a tree. Records that are parts of many wholes would else be repeated without end. */
    private static final int MOST = 200;

    /**
     * A line of the tree.
     *
     * @param self whether it is the record of the page
     */
    public record Node(Row row, boolean self, List<Node> parts) {
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private final Set<String> inside = new HashSet<>();
    private final String self;
    private int lines;

    private PartsTree(JsonNode record, List<JsonNode> all, Function<JsonNode, Row> row) {
        this.self = id(record);
        all.forEach(one -> rows.computeIfAbsent(id(one), id -> row.apply(one)));
        for (JsonNode one : all) {
            for (JsonNode whole : one.path(WHOLES).path("nodes")) {
                List<String> siblings = parts.computeIfAbsent(id(whole), id -> new ArrayList<>());
                if (rows.containsKey(id(whole)) && !siblings.contains(id(one))) {
                    siblings.add(id(one));
                    inside.add(id(one));
                }
            }
        }
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    /**
     * The tree, from its highest wholes; empty if the record has neither parts nor wholes.
     *
     * @param row makes the line of a record
     */
    public static List<Node> of(JsonNode record, List<JsonNode> related, Function<JsonNode, Row> row) {
        return related.isEmpty() ? List.of()
                : new PartsTree(record, Stream.concat(Stream.of(record), related.stream()).toList(), row).tops();
    }

    /** The records of several lists. */
    public static List<JsonNode> nodes(Stream<JsonNode> lists) {
        return lists.flatMap(list -> StreamSupport.stream(list.path("nodes").spliterator(), false)).toList();
    }

    private List<Node> tops() {
        List<String> tops = rows.keySet().stream().filter(id -> !inside.contains(id)).toList();
        // wholes that are parts of each other have none that is highest
        return (tops.isEmpty() ? Stream.of(self) : tops.stream()).map(id -> node(id, Set.of())).toList();
    }

    private Node node(String id, Set<String> above) {
        Set<String> path = new HashSet<>(above);
        path.add(id);
        List<Node> nodes = new ArrayList<>();
        for (String part : parts.getOrDefault(id, List.of())) {
            if (!path.contains(part) && lines < MOST) {
                lines++;
                nodes.add(node(part, path));
            }
        }
        return new Node(rows.get(id), id.equals(self), nodes);
    }
}
