package dev.footnote.domain.organization;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.ScalarType;
import dev.footnote.metamodel.annotation.Searchable;
import dev.footnote.metamodel.scalar.PartialDate;
import io.quarkus.panache.common.Sort;

@Entity
@DataPackageResource("organizations")
@Searchable(value = "Organizations, by any of their names.", mark = 'a', profile = { "kind", "country", "city" })
@Table(name = "organization")
@Description("A company, university, public body, laboratory or team, or a part of one.")
public class Organization extends BaseEntity {

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of organization it is.")
    public OrganizationKind kind;

    @NonNull
    @MaxBytes(2000)
    @Description("The name it is commonly known by in the sources. Other names are among its names.")
    public String name;

    @ScalarType("CountryCode")
    @Description("The country it is based in. Null when no source says.")
    public String country;

    @MaxBytes(500)
    @Description("The city it is based in. Null when no source says.")
    public String city;

    @Embedded
    @Description("When it was founded. Null when no source says.")
    public PartialDate founded;

    @ScalarType("URL")
    @Description("Its home page. Null when no source says.")
    public String website;

    @Enumerated(EnumType.STRING)
    @Description("Whether it exists. Null when no source says.")
    public OrganizationStatus status;

    @Description("What it is or does, in words of the dataset.")
    public String summary;

    public static Optional<Organization> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** Lists the organizations of a country, by name. */
    public static List<Organization> listByCountry(String country) {
        return list("country", Sort.by("name"), country);
    }
}
