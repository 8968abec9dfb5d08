package dev.footnote.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The media types that a client accepts and prefers, by RFC 9110, section 12.5.1. */
public final class AcceptHeader {

    /** How well a range matches a media type: ordered by weight, then by exactness, then by position (earlier is better). */
    private record Fit(double weight, int exactness, int place) {

        boolean better(Fit other) {
            if (weight != other.weight) {
                return weight > other.weight;
            }
            return exactness != other.exactness ? exactness > other.exactness : place < other.place;
        }
    }

    private static final int EXACT = 2;
    private static final String ANY = "*/*";

    private final List<HeaderElement> ranges;
    /** Whether the client sent no preference and accepts anything. */
    private final boolean silent;

    private AcceptHeader(List<HeaderElement> ranges, boolean silent) {
        this.ranges = ranges;
        this.silent = silent;
    }

    /** @param headers all values of the header, empty if the header is missing */
    public static AcceptHeader of(List<String> headers) {
        boolean silent = headers.stream().allMatch(String::isBlank);
        return new AcceptHeader(silent ? List.of() : HeaderElement.list(headers), silent);
    }

    /**
     * @param offered the candidates, the server's own preference first
     * @param type returns the media type of a candidate, with its parameters
     * @return the candidate that the client prefers, or null if it accepts none
     */
    public <T> T best(List<T> offered, Function<T, String> type) {
        if (silent) {
            return offered.get(0);
        }
        T best = null;
        Fit most = new Fit(0, 0, 0);
        for (T one : offered) {
            Fit fit = fit(type.apply(one));
            if (fit != null && fit.weight > 0 && (best == null || fit.better(most))) {
                best = one;
                most = fit;
            }
        }
        return best;
    }

    /** Whether the client explicitly excludes the media type. Not listing the type does not exclude it. */
    public boolean refuses(String type) {
        Fit fit = fit(type);
        return fit != null && fit.weight == 0;
    }

    /** The fit of the most exact range that matches, or null if no range matches. */
    private Fit fit(String type) {
        HeaderElement offered = HeaderElement.parse(type).orElseThrow();
        Fit fit = null;
        for (int i = 0; i < ranges.size(); i++) {
            HeaderElement range = ranges.get(i);
            int exactness = exactness(range, offered);
            if (exactness >= 0 && (fit == null || exactness > fit.exactness)) {
                fit = new Fit(range.weight(), exactness, i);
            }
        }
        return fit;
    }

    /** @return -1 if the range does not match */
    private static int exactness(HeaderElement range, HeaderElement offered) {
        Map<String, String> parameters = range.parameters();
        if (!offered.parameters().entrySet().containsAll(parameters.entrySet())) {
            return -1;
        }
        String name = range.value();
        if (name.equals(offered.value())) {
            return EXACT + parameters.size();
        }
        // old Java clients send the asterisk alone
        if (name.equals(ANY) || name.equals("*")) {
            return 0;
        }
        return name.endsWith("/*") && offered.value().startsWith(name.substring(0, name.length() - 1)) ? 1 : -1;
    }
}
