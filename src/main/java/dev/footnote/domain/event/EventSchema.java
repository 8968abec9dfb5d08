package dev.footnote.domain.event;

import static dev.footnote.metamodel.SortKey.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.initiative.Topic;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.annotation.BaseEntity;

/** Adds events, what they belong to and what they are about to the schema. */
@Singleton
public class EventSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("event", Event.class, "One event.");
        metamodel.list("events", Event.class, "All events, the earliest first.", ascending("date"));
        metamodel.many(Initiative.class, "events", Event.class, "initiative",
                "What happened to the initiative, the earliest first.",
                ascending("date"));
        metamodel.many(Organization.class, "events", Event.class, "organization",
                "What happened to the organization, the earliest first.", ascending("date"));
        metamodel.list("eventTopics", EventTopic.class, "Which event is about which topic.");
        metamodel.many(Event.class, "topics", EventTopic.class, "event", "What the event is about.");
        metamodel.many(Topic.class, "events", EventTopic.class, "topic", "The events that are about the topic.");
        List.<Class<? extends BaseEntity>> of(Event.class, EventTopic.class)
                .forEach(entity -> SourceSchema.cite(metamodel, entity));
    }
}
