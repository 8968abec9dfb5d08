package dev.footnote.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which media types a client accepts, and which it prefers, by RFC 9110, section 12.5.1. */
public final class Accept {

    /** How well a range fits a media type: by its weight, then by how exact it is, then by how early it is given. */
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
    /** Whether the client says nothing, and takes what it gets. */
    private final boolean silent;

    private Accept(List<HeaderElement> ranges, boolean silent) {
        this.ranges = ranges;
        this.silent = silent;
    }

    /** @param headers all values of the header, none where it is not given */
    public static Accept of(List<String> headers) {
        boolean silent = headers.stream().allMatch(String::isBlank);
        return new Accept(silent ? List.of() : HeaderElement.list(headers), silent);
    }

    /**
     * @param offered the server's own preference first
     * @param type the media type of one that is offered, with its parameters
     * @return the one that the client prefers, or null where it accepts none
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

    /** Whether the client says of the media type that it does not want it. To leave it out is no such word. */
    public boolean refuses(String type) {
        Fit fit = fit(type);
        return fit != null && fit.weight == 0;
    }

    /** How the most exact range fits that matches; null where none does. */
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

    /** @return -1 where the range does not match */
    private static int exactness(HeaderElement range, HeaderElement offered) {
        Map<String, String> parameters = range.parameters();
        if (!offered.parameters().entrySet().containsAll(parameters.entrySet())) {
            return -1;
        }
        String name = range.value();
        if (name.equals(offered.value())) {
            return EXACT + parameters.size();
        }
        // the asterisk alone is what old clients of Java send
        if (name.equals(ANY) || name.equals("*")) {
            return 0;
        }
        return name.endsWith("/*") && offered.value().startsWith(name.substring(0, name.length() - 1)) ? 1 : -1;
    }
}
