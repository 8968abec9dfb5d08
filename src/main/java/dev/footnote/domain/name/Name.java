package dev.footnote.domain.name;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.domain.event.Event;
import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.person.Person;
import dev.footnote.domain.product.Product;
import dev.footnote.metamodel.annotation.*;

@Entity
@LabelTemplate("{text}, another name of "
        + "[{organization.name}][{person.name}][{initiative.name}][{event.name}][{product.name}]")
@ExactlyOneOf({ "organization", "person", "initiative", "event", "product" })
@DataPackageResource("names")
@Table(name = "name")
@Description("Another name of an organization, a person, an initiative, an event or a product.")
public class Name extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The organization that bears the name.")
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The person who bears the name.")
    public Person person;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The initiative that bears the name.")
    public Initiative initiative;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The event that bears the name.")
    public Event event;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The product that bears the name.")
    public Product product;

    @NonNull
    @MaxBytes(2000)
    @Description("The name itself.")
    public String text;

    @ScalarType("LanguageTag")
    @Description("The language of the name. Null when it is not known.")
    public String language;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of name it is.")
    public NameKind kind;
}
