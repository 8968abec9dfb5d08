package dev.footnote.domain.organization;

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
import dev.footnote.metamodel.annotation.LabelTemplate;
import dev.footnote.metamodel.annotation.RivalClaims;
import dev.footnote.metamodel.annotation.ValidityPeriod;
import dev.footnote.metamodel.scalar.PartialDate;

@ValidityPeriod
@Entity
@LabelTemplate("{organization.name}, {kind:words|RELATED=related to} {target.name}")
@DataPackageResource("organization_links")
@RivalClaims(about = "organization", by = "kind")
@Table(name = "organization_link")
@Description("A dated relation from one organization to another, such as part of.")
public class OrganizationLink extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The organization that the relation starts from.")
    public Organization organization;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("How the organization relates to the target.")
    public OrganizationLinkKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The organization that the relation points at.")
    public Organization target;

    @Embedded
    @Description("When the relation began. Null when no source says.")
    public PartialDate from;

    @Embedded
    @Description("When the relation ended. Null while it lasts or when no source says.")
    public PartialDate to;
}
