package dev.footnote.naming;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.initiative.Initiative;
import dev.footnote.organization.Organization;
import dev.footnote.person.Person;
import dev.footnote.source.SourceApi;

/** Serves the other names of organizations, people and initiatives. */
@Singleton
public class NameApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.list("names", Name.class, "All other names.");
        graph.many(Organization.class, "names", Name.class, "organization", "The other names of the organization.");
        graph.many(Person.class, "names", Name.class, "person", "The other names of the person.");
        graph.many(Initiative.class, "names", Name.class, "initiative", "The other names of the initiative.");
        SourceApi.cite(graph, Name.class);
    }
}
