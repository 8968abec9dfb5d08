package dev.footnote.plan;

import java.util.List;

import dev.footnote.json.Output;
import dev.footnote.limit.Limits;
import dev.footnote.question.Asked;
import dev.footnote.question.Fetch;

/**
 * An operation made ready: what to read, parents ahead of their children, and what to write from it.
 *
 * @param introspection how many values are asked for of the schema itself, which graphql-java answers; 0 where none are
 * @param variable whether variables decide what is selected, so that it cannot be kept for the next request
 */
public record Question(List<Fetch> fetches, List<Part> parts, long introspection, boolean variable) {

    public Question {
        fetches = List.copyOf(fetches);
        parts = List.copyOf(parts);
    }

    public boolean introspective() {
        return introspection > 0;
    }

    /** The same for any number of requests: it never changes again. */
    public Question shared(Limits limits) {
        Asked.seal(fetches, limits);
        return this;
    }

    /** Writes what was read for it as the object that stands under {@code data}. */
    public void write(Output out, Loaded loaded) {
        Part.object(out, "Query", parts, loaded, null, null);
    }
}
