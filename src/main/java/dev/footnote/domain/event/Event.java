package dev.footnote.domain.event;

import java.util.Optional;

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
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.ScalarType;
import dev.footnote.metamodel.annotation.Searchable;
import dev.footnote.metamodel.scalar.PartialDate;

@Entity
@DataPackageResource("events")
@Searchable(value = "Events, by any of their names.", mark = 'd', profile = { "kind", "country", "city", "place" })
@Table(name = "event")
@Description("Something that happened or is to happen at a time: a signing, a launch, a conference call, an appointment.")
public class Event extends BaseEntity {

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of event it is.")
    public EventKind kind;

    @NonNull
    @MaxBytes(2000)
    @Description("The name of the event, or what happened in a few words of the dataset. Other names are among its names.")
    public String name;

    @Description("What happened, in words of the dataset.")
    public String description;

    @Embedded
    @Description("When it happened or is to happen: the day, or the first day of several. Null when no source says.")
    public PartialDate date;

    @Embedded
    @Description("The last day of an event of several days. Null when it took one day or when no source says.")
    public PartialDate end;

    @ScalarType("CountryCode")
    @Description("The country it took place in. Null when no source says.")
    public String country;

    @MaxBytes(500)
    @Description("The city it took place in. Null when no source says.")
    public String city;

    @Description("The place within the city. Null when no source says.")
    public String place;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The initiative that the event belongs to. Null when it belongs to none.")
    public Initiative initiative;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The organization that the event belongs to, such as the one that was founded. Null when it belongs to none.")
    public Organization organization;

    public static Optional<Event> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
