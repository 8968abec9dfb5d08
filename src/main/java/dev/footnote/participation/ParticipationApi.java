package dev.footnote.participation;

import jakarta.inject.Singleton;

import dev.footnote.event.Event;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.initiative.Initiative;
import dev.footnote.organization.Organization;
import dev.footnote.person.Person;
import dev.footnote.source.SourceApi;

/** Serves who takes part in initiatives and events. */
@Singleton
public class ParticipationApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.list("participations", Participation.class,
                "All parts that organizations and people have in initiatives and events.");
        graph.many(Initiative.class, "participations", Participation.class, "initiative",
                "Who takes part, with role and money.");
        graph.many(Event.class, "participations", Participation.class, "event", "Who took part, and in which role.");
        graph.many(Organization.class, "participations", Participation.class, "organization",
                "The initiatives and events that the organization takes part in.");
        graph.many(Person.class, "participations", Participation.class, "person",
                "The initiatives and events that the person takes part in.");
        SourceApi.cite(graph, Participation.class);
    }
}
