package dev.footnote.event;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.entry.Entry;
import dev.footnote.entry.Label;
import dev.footnote.entry.Resource;
import dev.footnote.initiative.Topic;

@Entity
@Label("{event.name}, about {topic.name}")
@Resource("event_topics")
@Table(name = "event_topic")
@Description("That an event is about a topic.")
public class EventTopic extends Entry {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The event.")
    public Event event;

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("What it is about.")
    public Topic topic;
}
