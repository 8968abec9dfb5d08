package dev.footnote.domain.initiative;

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

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.ScalarType;
import dev.footnote.metamodel.annotation.Searchable;
import dev.footnote.metamodel.scalar.PartialDate;

@Entity
@DataPackageResource("initiatives")
@Searchable(value = "Initiatives, by any of their names.", mark = 'c', profile = { "kind", "country", "city", "place" })
@Table(name = "initiative")
@Description("Something that organizations or people set up: a joint laboratory, an alliance, a headquarters, a programme.")
public class Initiative extends BaseEntity {

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of initiative it is.")
    public InitiativeKind kind;

    @NonNull
    @MaxBytes(2000)
    @Description("The name it is commonly known by in the sources. Other names are among its names.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("How far it had come when the latest source was written. Null when no source says.")
    public InitiativeStatus status;

    @Embedded
    @Description("When it was announced or agreed. Null when no source says.")
    public PartialDate announced;

    @Embedded
    @Description("When it started, opened or was launched. Null when no source says.")
    public PartialDate started;

    @Embedded
    @Description("When it ended. Null while it lasts or when no source says.")
    public PartialDate ended;

    @ScalarType("CountryCode")
    @Description("The country it is in. Null when no source says.")
    public String country;

    @MaxBytes(500)
    @Description("The city it is in. Null when no source says.")
    public String city;

    @Description("The place within the city. Null when no source says.")
    public String place;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The initiative that it is a unit of. Null when it stands alone.")
    public Initiative parent;

    @Description("What it is for, in words of the dataset.")
    public String summary;

    public static Optional<Initiative> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
