package dev.footnote.explorer.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * All records that are connected, with the relations between them. Places along the width are percentages, so that it fits
 * every window.
 *
 * @param height in pixels
 */
public record WholeGraph(int height, List<Edge> edges, List<Node> nodes) {

    private static final int FEWEST = 8;
    private static final int MOST = 160;
    private static final int HEIGHT = 420;
    private static final int LONGEST = 26;

    /**
     * The last picture, because to compute it takes longer than the rest of the page, and few edits change what is connected.
     */
    private static final AtomicReference<Drawn> LAST = new AtomicReference<>();

    /** A relation between two points. */
    public record Edge(String x1, String y1, String x2, String y2) {
    }

    /**
     * A record.
     *
     * @param kind the first part of its id
     * @param name null if the picture has no space for it
     * @param side of the point on which the name is
     */
    public record Node(String id, String label, String kind, String x, String y, String radius, String name, String side) {
    }

    /** The kinds of its records, for a legend. */
    public List<String> kinds() {
        return nodes.stream().map(Node::kind).distinct().toList();
    }

    private record Pair(int from, int to) {
    }

    /** A picture with what it was made of. */
    private record Drawn(Map<String, String> labels, Set<List<String>> pairs, WholeGraph graph) {
    }

    /** Collects records and relations. */
    public static final class Builder {

        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Set<List<String>> pairs = new LinkedHashSet<>();

        /** Connects a record with another one. */
        private void connect(JsonNode one, JsonNode other) {
            String from = one.path("id").asText();
            String to = other.path("id").asText();
            if (!from.equals(to)) {
                labels.putIfAbsent(from, one.path("label").asText());
                labels.putIfAbsent(to, other.path("label").asText());
                pairs.add(from.compareTo(to) < 0 ? List.of(from, to) : List.of(to, from));
            }
        }

        /** Adds a record with what it refers to, or what a relation refers to. */
        public void add(JsonNode record) {
            List<JsonNode> others = new ArrayList<>();
            record.forEach(value -> {
                if (value.hasNonNull("id")) {
                    others.add(value);
                }
            });
            JsonNode first = record.has("id") ? record : others.isEmpty() ? record : others.remove(0);
            others.forEach(other -> connect(first, other));
        }

        /** The picture; empty if there are too few or too many records for one. */
        public Optional<WholeGraph> build() {
            if (labels.size() < FEWEST || labels.size() > MOST) {
                return Optional.empty();
            }
            Drawn last = LAST.get();
            if (last == null || !last.labels().equals(labels) || !last.pairs().equals(pairs)) {
                last = new Drawn(labels, pairs, draw());
                LAST.set(last);
            }
            return Optional.of(last.graph());
        }

        private WholeGraph draw() {
            List<String> ids = List.copyOf(labels.keySet());
            Map<String, Integer> numbers = new LinkedHashMap<>();
            ids.forEach(id -> numbers.put(id, numbers.size()));
            List<Pair> edges = pairs.stream().map(pair -> new Pair(numbers.get(pair.get(0)), numbers.get(pair.get(1))))
                    .toList();
            int[] degrees = new int[ids.size()];
            for (Pair edge : edges) {
                degrees[edge.from()]++;
                degrees[edge.to()]++;
            }
            ForceLayout layout = new ForceLayout(ids.size());
            edges.forEach(edge -> layout.connect(edge.from(), edge.to()));
            layout.settle();
            Map<Integer, String> sides = new NamePlaces(layout, HEIGHT).sides(
                    ids.stream().map(id -> ShortName.of(labels.get(id), LONGEST).length()).toList(), degrees);
            // names last, because what comes later covers what was drawn before
            List<Node> nodes = IntStream.range(0, ids.size()).boxed().sorted(Comparator.comparing(sides::containsKey))
                    .map(i -> node(ids.get(i), layout.x(i), layout.y(i), degrees[i], sides.get(i))).toList();
            return new WholeGraph(HEIGHT, edges.stream().map(edge -> edge(layout, edge)).toList(), nodes);
        }

        private static Edge edge(ForceLayout layout, Pair edge) {
            return new Edge(Strip.percent(layout.x(edge.from())), Strip.percent(layout.y(edge.from())),
                    Strip.percent(layout.x(edge.to())), Strip.percent(layout.y(edge.to())));
        }

        private Node node(String id, double x, double y, int degree, String side) {
            return new Node(id, labels.get(id), id.substring(0, id.indexOf(':')).replace('_', '-'), Strip.percent(x),
                    Strip.percent(y), String.format(Locale.ROOT, "%.1f", 3 + Math.min(6, Math.sqrt(degree))),
                    side == null ? null : ShortName.of(labels.get(id), LONGEST), side);
        }
    }
}
