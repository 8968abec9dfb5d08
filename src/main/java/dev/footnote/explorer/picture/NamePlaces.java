package dev.footnote.explorer.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the points of a picture that have space for their names. Points with many relations come first. */
final class NamePlaces {

    /** The width of a picture in a wide window, in pixels. */
    private static final int WIDTH = 940;
    private static final double LETTER = 7;
    private static final int LINE = 16;
    /** From the point to its name. */
    private static final int GAP = 10;
    /** Names that may cover points, because a picture without them would say little. */
    private static final int FIRST = 5;
    private static final List<String> SIDES = List.of("right", "left");

    private record Box(double left, double middle, double width) {

        boolean covers(Box other) {
            return Math.abs(middle - other.middle) < LINE && left < other.left + other.width && other.left < left + width;
        }

        boolean isInside() {
            return left >= 0 && left + width <= WIDTH;
        }
    }

    private final ForceLayout layout;
    private final int height;
    private final List<Box> taken = new ArrayList<>();

    NamePlaces(ForceLayout layout, int height) {
        this.layout = layout;
        this.height = height;
    }

    /** The side of its point on which each name is, by the number of the point; none for names that would cover something. */
    Map<Integer, String> sides(List<Integer> lengths, int[] degrees) {
        List<Box> points = IntStream.range(0, degrees.length).mapToObj(i -> box(i, -6, 12)).toList();
        Map<Integer, String> sides = new LinkedHashMap<>();
        IntStream.range(0, degrees.length).boxed().sorted(Comparator.comparing(i -> -degrees[i])).forEach(i -> {
            double width = lengths.get(i) * LETTER;
            for (String side : SIDES) {
                Box box = box(i, side.equals("left") ? -GAP - width : GAP, width);
                boolean free = sides.size() < FIRST || points.stream().noneMatch(box::covers);
                if (!sides.containsKey(i) && free && box.isInside() && taken.stream().noneMatch(box::covers)) {
                    taken.add(box);
                    sides.put(i, side);
                }
            }
        });
        return sides;
    }

    private Box box(int point, double from, double width) {
        return new Box(layout.x(point) * WIDTH + from, layout.y(point) * height, width);
    }
}
