package dev.footnote.review;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.footnote.folder.Feed;

/** Lines of a feed, in SQL. */
final class Spans {

    private Spans() {
    }

    /**
     * That a staged line, by the alias {@code s}, is among some of a feed.
     *
     * @param feed null where there is none
     * @return null where there are no such lines
     */
    static String of(Feed feed, Function<Feed, List<Feed.Span>> some) {
        List<Feed.Span> spans = feed == null ? List.of() : some.apply(feed);
        return spans.isEmpty() ? null
                : spans.stream().map(span -> "s.found_at >= %s AND s.found_at < %s".formatted(span.from(), span.to()))
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
