package dev.footnote.initiative;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.entry.Entry;
import dev.footnote.entry.Resource;
import dev.footnote.value.PartialDate;

@Entity
@Resource("milestones")
@Table(name = "milestone")
@Description("A dated happening in the life of an initiative.")
public class Milestone extends Entry {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The initiative that it happened to.")
    public Initiative initiative;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of thing happened.")
    public MilestoneKind kind;

    @Embedded
    @Description("When it happened or is to happen. Null when no source says.")
    public PartialDate date;

    @NonNull
    @Description("What happened, in words of the dataset.")
    public String title;
}
