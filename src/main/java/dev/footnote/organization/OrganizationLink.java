package dev.footnote.organization;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.entry.Dated;
import dev.footnote.entry.Entry;
import dev.footnote.entry.Label;
import dev.footnote.entry.Resource;
import dev.footnote.entry.Rivals;
import dev.footnote.value.PartialDate;

@Dated
@Entity
@Label("{organization.name}, {kind:words|RELATED=related to} {target.name}")
@Resource("organization_links")
@Rivals(about = "organization", by = "kind")
@Table(name = "organization_link")
@Description("A dated relation from one organization to another, such as part of.")
public class OrganizationLink extends Entry {

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
