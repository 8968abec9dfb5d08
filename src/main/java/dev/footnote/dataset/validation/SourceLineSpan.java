package dev.footnote.dataset.validation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.footnote.dataset.datapackage.RecordSource;

/** SQL condition for ranges of lines of a source. */
final class SourceLineSpan {

    private SourceLineSpan() {
    }

    /**
     * Builds a condition that a staged row, with the alias {@code s}, is in one of some ranges of a source.
     *
     * @param feed the source; null if there is none
     * @return null if there are no such lines
     */
    static String of(RecordSource feed, Function<RecordSource, List<RecordSource.Span>> some) {
        List<RecordSource.Span> spans = feed == null ? List.of() : some.apply(feed);
        return spans.isEmpty() ? null
                : spans.stream().map(span -> "s.found_at >= %s AND s.found_at < %s".formatted(span.from(), span.to()))
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
