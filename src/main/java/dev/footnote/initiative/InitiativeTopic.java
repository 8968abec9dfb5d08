package dev.footnote.initiative;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.entry.Entry;
import dev.footnote.entry.Label;
import dev.footnote.entry.Resource;

@Entity
@Label("{initiative.name}, about {topic.name}")
@Resource("initiative_topics")
@Table(name = "initiative_topic")
@Description("That an initiative is about a topic.")
public class InitiativeTopic extends Entry {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The initiative.")
    public Initiative initiative;

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("What it is about.")
    public Topic topic;
}
