package dev.footnote.naming;

import jakarta.inject.Singleton;

import dev.footnote.event.Event;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.initiative.Initiative;
import dev.footnote.organization.Organization;
import dev.footnote.person.Person;
import dev.footnote.product.Product;
import dev.footnote.source.SourceApi;

/** Serves the other names of organizations, people, initiatives, events and products. */
@Singleton
public class NameApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.list("names", Name.class, "All other names.");
        graph.names(Organization.class, Name.class, "organization", "text", "The other names of the organization.");
        graph.names(Person.class, Name.class, "person", "text", "The other names of the person.");
        graph.names(Initiative.class, Name.class, "initiative", "text", "The other names of the initiative.");
        graph.names(Event.class, Name.class, "event", "text", "The other names of the event.");
        graph.names(Product.class, Name.class, "product", "text", "The other names of the product.");
        SourceApi.cite(graph, Name.class);
    }
}
