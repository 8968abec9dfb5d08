package dev.footnote.domain.source;

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

import dev.footnote.domain.organization.Organization;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.ScalarType;
import dev.footnote.metamodel.annotation.Searchable;
import dev.footnote.metamodel.scalar.PartialDate;

@Entity
@DataPackageResource("sources")
@Searchable(value = "Sources, by title.", mark = 'g')
@Table(name = "source")
@Description("A document that facts were read in.")
public class Source extends BaseEntity {

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of document it is.")
    public SourceKind kind;

    @NonNull
    @MaxBytes(10_000)
    @Description("The title as printed on the document.")
    public String title;

    @ScalarType("URL")
    @Description("Where the document is or was found, or the site that it shows. Null when it is not known.")
    public String url;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The organization that published the document. Null when it is not known.")
    public Organization publisher;

    @Description("Who wrote the document, as its byline names them, separated by semicolons.")
    public String authors;

    @Embedded
    @Description("When the document was published. Null when the document does not say.")
    public PartialDate published;

    @Embedded
    @Description("When the document was read for this dataset. Null when it is not recorded.")
    public PartialDate retrieved;

    @ScalarType("LanguageTag")
    @Description("The language of the document.")
    public String language;

    @Description("The terms under which the document may be used, as an SPDX identifier or in words.")
    public String licence;

    public static Optional<Source> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
