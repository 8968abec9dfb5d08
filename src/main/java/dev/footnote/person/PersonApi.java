package dev.footnote.person;

import static dev.footnote.graph.Order.ascending;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.source.SourceApi;

/** Serves people. */
@Singleton
public class PersonApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.lookup("person", Person.class, "One person.");
        graph.list("people", Person.class, "All people, by name.", ascending("name"));
        SourceApi.cite(graph, Person.class);
    }
}
