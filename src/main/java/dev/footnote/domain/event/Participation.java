package dev.footnote.domain.event;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.person.Person;
import dev.footnote.metamodel.annotation.*;
import dev.footnote.metamodel.scalar.Money;
import dev.footnote.metamodel.scalar.PartialDate;

@ValidityPeriod
@Entity
@LabelTemplate("[{organization.name}][{person.name}], {role:words|OTHER=taking part} in [{initiative.name}][{event.name}]")
@ExactlyOneOf({ "initiative", "event" })
@ExactlyOneOf({ "organization", "person" })
@DataPackageResource("participations")
@RivalClaims(about = { "initiative", "event" }, by = "role")
@Table(name = "participation")
@Description("The part that one organization or one person has in an initiative or an event, with the money it committed.")
public class Participation extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The initiative that is taken part in. Null when it is an event.")
    public Initiative initiative;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The event that is taken part in. Null when it is an initiative.")
    public Event event;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The organization that takes part. Null when the participant is a person.")
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The person who takes part. Null when the participant is an organization.")
    public Person person;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What the participant does.")
    public ParticipationRole role;

    @Description("The role as stated in the source, where it states one.")
    public String title;

    @Embedded
    @Description("When the part began. Null when no source says.")
    public PartialDate from;

    @Embedded
    @Description("When the part ended. Null while it lasts or when no source says.")
    public PartialDate to;

    @Embedded
    @Description("The money that the participant committed. Null when no source names any.")
    public Money committed;
}
