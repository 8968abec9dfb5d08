package dev.footnote.domain.initiative;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.LabelTemplate;

@Entity
@LabelTemplate("{initiative.name}, about {topic.name}")
@DataPackageResource("initiative_topics")
@Table(name = "initiative_topic")
@Description("That an initiative is about a topic.")
public class InitiativeTopic extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The initiative.")
    public Initiative initiative;

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("What it is about.")
    public Topic topic;
}
