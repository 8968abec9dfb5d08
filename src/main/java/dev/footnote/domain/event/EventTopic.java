package dev.footnote.domain.event;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.domain.initiative.Topic;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.LabelTemplate;

@Entity
@LabelTemplate("{event.name}, about {topic.name}")
@DataPackageResource("event_topics")
@Table(name = "event_topic")
@Description("That an event is about a topic.")
public class EventTopic extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The event.")
    public Event event;

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("What it is about.")
    public Topic topic;
}
