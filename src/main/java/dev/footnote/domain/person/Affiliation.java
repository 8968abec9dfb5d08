package dev.footnote.domain.person;

import java.util.List;

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
import dev.footnote.metamodel.annotation.LabelTemplate;
import dev.footnote.metamodel.annotation.RivalClaims;
import dev.footnote.metamodel.annotation.ValidityPeriod;
import dev.footnote.metamodel.scalar.PartialDate;
import io.quarkus.panache.common.Sort;

@ValidityPeriod(shown = "heldOn", ended = "ended")
@Entity
@LabelTemplate("{person.name}, {title}[ ({organization.name})]")
@DataPackageResource("affiliations")
@RivalClaims(about = "organization", by = "title")
@Table(name = "affiliation")
@Description("A role that a person holds or held, dated as far as the sources state.")
public class Affiliation extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("Who holds the role.")
    public Person person;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("Where the role is held. Null when no source says.")
    public Organization organization;

    @NonNull
    @Description("The title as stated in the source.")
    public String title;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of role it is.")
    public AffiliationKind kind;

    @Embedded
    @Description("When the role began. Null when no source says.")
    public PartialDate from;

    @Embedded
    @Description("When the role ended. Null while it lasts or when no source says; see ended.")
    public PartialDate to;

    @Embedded
    @Description("A day or period in which a source shows the role to be held. It proves the role on that day, and on no later one.")
    public PartialDate heldOn;

    @Description("Whether the role had ended when the source was written. Null when the source does not say.")
    public Boolean ended;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("Whom the person reports to in this role. Null when no source says.")
    public Person reportsTo;

    /** Lists the roles of a person, the latest start first. */
    public static List<Affiliation> listByPerson(Person person) {
        return list("person", Sort.descending("from.earliest", "id"), person);
    }
}
