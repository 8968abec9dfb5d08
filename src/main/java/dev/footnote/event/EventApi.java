package dev.footnote.event;

import static dev.footnote.graph.Order.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.entry.Entry;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.initiative.Initiative;
import dev.footnote.initiative.Topic;
import dev.footnote.organization.Organization;
import dev.footnote.source.SourceApi;

/** Serves events, what they belong to and what they are about. */
@Singleton
public class EventApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.lookup("event", Event.class, "One event.");
        graph.list("events", Event.class, "All events, the earliest first.", ascending("date"));
        graph.many(Initiative.class, "events", Event.class, "initiative",
                "What happened to the initiative, the earliest first.",
                ascending("date"));
        graph.many(Organization.class, "events", Event.class, "organization",
                "What happened to the organization, the earliest first.", ascending("date"));
        graph.list("eventTopics", EventTopic.class, "Which event is about which topic.");
        graph.many(Event.class, "topics", EventTopic.class, "event", "What the event is about.");
        graph.many(Topic.class, "events", EventTopic.class, "topic", "The events that are about the topic.");
        List.<Class<? extends Entry>> of(Event.class, EventTopic.class).forEach(entity -> SourceApi.cite(graph, entity));
    }
}
