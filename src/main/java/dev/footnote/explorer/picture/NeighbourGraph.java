package dev.footnote.explorer.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record between its neighbours, half of them on each side. Places along the width are percentages, so that it fits every
 * window.
 *
 * @param height in pixels
 */
public record NeighbourGraph(int height, List<Node> nodes) {

    private static final int FEWEST = 3;
    private static final int MOST = 40;
    private static final int LINE = 22;
    private static final int LONGEST = 34;

    /**
     * A neighbour.
     *
     * @param place of its point along the width
     * @param textPlace of its name along the width
     * @param side the class of its style
     */
    public record Node(String name, String href, String place, String textPlace, int y, String side) {
    }

    /** Collects the neighbours of a record. */
    public static final class Builder {

        private final Map<String, String> names = new LinkedHashMap<>();

        public void add(String name, String href) {
            names.putIfAbsent(href, name);
        }

        /** @return null if a picture would show less than a glance at the lists */
        public NeighbourGraph build() {
            List<String> addresses = names.keySet().stream().limit(MOST).toList();
            if (addresses.size() < FEWEST) {
                return null;
            }
            int right = (addresses.size() + 1) / 2;
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < addresses.size(); i++) {
                boolean isRight = i < right;
                int row = isRight ? i : i - right;
                int rows = isRight ? right : addresses.size() - right;
                nodes.add(node(addresses.get(i), isRight, LINE * (2 * row + 1 + right - rows) / 2));
            }
            return new NeighbourGraph(LINE * right, nodes);
        }

        private Node node(String href, boolean isRight, int y) {
            double place = isRight ? 0.66 : 0.34;
            return new Node(ShortName.of(names.get(href), LONGEST), href, Strip.percent(place),
                    Strip.percent(isRight ? place + 0.015 : place - 0.015), y,
                    isRight ? "right" : "left");
        }
    }

    /** The middle, where the record itself is. */
    public int middle() {
        return height / 2;
    }
}
