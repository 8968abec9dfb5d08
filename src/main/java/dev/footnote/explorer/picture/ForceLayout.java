package dev.footnote.explorer.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Places of points that push each other apart while their connections pull them together, by the method of Fruchterman and
 * Reingold. The same points have the same places every time, so that a page that is made again does not change.
 */
final class ForceLayout {

    private static final int STEPS = 300;
    /** The angle between one point and the next at the start, which spreads points evenly over a disc. */
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    /** How much wider than high the picture is. */
    private static final double RATIO = 2.2;
    private static final double MARGIN = 0.04;
    private static final double GRAVITY = 2.5;

    private final double[] x;
    private final double[] y;
    private final double distance;
    private final List<int[]> edges = new ArrayList<>();

    ForceLayout(int points) {
        x = new double[points];
        y = new double[points];
        distance = 1 / Math.sqrt(points);
        for (int i = 0; i < points; i++) {
            double radius = Math.sqrt((i + 0.5) / points) / 2;
            x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
            y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
        }
    }

    void connect(int from, int to) {
        edges.add(new int[] { from, to });
    }

    void settle() {
        for (int step = 0; step < STEPS; step++) {
            move(0.1 * (1 - (double) step / STEPS));
        }
        scale(x);
        scale(y);
    }

    /** @param most how far a point moves */
    private void move(double most) {
        double[] toX = new double[x.length];
        double[] toY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            toX[i] -= GRAVITY * x[i] / RATIO;
            toY[i] -= GRAVITY * y[i] * RATIO;
            for (int j = 0; j < i; j++) {
                pull(i, j, -distance * distance / square(i, j), toX, toY);
            }
        }
        edges.forEach(edge -> pull(edge[0], edge[1], Math.sqrt(square(edge[0], edge[1])) / distance, toX, toY));
        for (int i = 0; i < x.length; i++) {
            double length = Math.max(1e-9, Math.hypot(toX[i], toY[i]));
            x[i] += toX[i] / length * Math.min(length, most);
            y[i] += toY[i] / length * Math.min(length, most);
        }
    }

    private double square(int i, int j) {
        return Math.max(1e-6, (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]));
    }

    private void pull(int i, int j, double strength, double[] toX, double[] toY) {
        double moveX = (x[j] - x[i]) * strength;
        double moveY = (y[j] - y[i]) * strength;
        toX[i] += moveX;
        toY[i] += moveY;
        toX[j] -= moveX;
        toY[j] -= moveY;
    }

    /** Makes places shares of the width or the height. */
    private static void scale(double[] places) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double place : places) {
            least = Math.min(least, place);
            most = Math.max(most, place);
        }
        double length = Math.max(1e-9, most - least);
        for (int i = 0; i < places.length; i++) {
            places[i] = MARGIN + (1 - 2 * MARGIN) * (places[i] - least) / length;
        }
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }
}
