package dev.footnote.initiative;

import static dev.footnote.graph.Order.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.entry.Entry;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.organization.Organization;
import dev.footnote.person.Person;
import dev.footnote.source.SourceApi;

/** Serves initiatives, who takes part in them, what happened to them and what they are about. */
@Singleton
public class InitiativeApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.lookup("initiative", Initiative.class, "One initiative.");
        graph.list("initiatives", Initiative.class, "All initiatives, by name.", ascending("name"));
        graph.many(Initiative.class, "units", Initiative.class, "parent", "The initiatives that are units of this one.");
        hangParticipations(graph);
        hangTopics(graph);
        graph.list("milestones", Milestone.class, "All milestones, the earliest first.", ascending("date"));
        graph.many(Initiative.class, "milestones", Milestone.class, "initiative",
                "What happened to the initiative, the earliest first.", ascending("date"));
        List.<Class<? extends Entry>> of(Initiative.class, Participation.class, Milestone.class, Topic.class,
                InitiativeTopic.class).forEach(entity -> SourceApi.cite(graph, entity));
    }

    private static void hangParticipations(Graph graph) {
        graph.list("participations", Participation.class, "All parts that organizations and people have in initiatives.");
        graph.many(Initiative.class, "participations", Participation.class, "initiative",
                "Who takes part, with role and money.");
        graph.many(Organization.class, "participations", Participation.class, "organization",
                "The initiatives that the organization takes part in.");
        graph.many(Person.class, "participations", Participation.class, "person",
                "The initiatives that the person takes part in.");
    }

    private static void hangTopics(Graph graph) {
        graph.lookup("topic", Topic.class, "One topic.");
        graph.list("topics", Topic.class, "All topics, by name.", ascending("name"));
        graph.list("initiativeTopics", InitiativeTopic.class, "Which initiative is about which topic.");
        graph.many(Initiative.class, "topics", InitiativeTopic.class, "initiative", "What the initiative is about.");
        graph.many(Topic.class, "initiatives", InitiativeTopic.class, "topic", "The initiatives that are about the topic.");
    }
}
