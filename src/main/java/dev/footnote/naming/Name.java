package dev.footnote.naming;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.entry.Entry;
import dev.footnote.entry.ExactlyOne;
import dev.footnote.entry.Label;
import dev.footnote.entry.MaxBytes;
import dev.footnote.entry.Resource;
import dev.footnote.entry.Scalar;
import dev.footnote.event.Event;
import dev.footnote.initiative.Initiative;
import dev.footnote.organization.Organization;
import dev.footnote.person.Person;
import dev.footnote.product.Product;

@Entity
@Label("{text}, another name of "
        + "[{organization.name}][{person.name}][{initiative.name}][{event.name}][{product.name}]")
@ExactlyOne({ "organization", "person", "initiative", "event", "product" })
@Resource("names")
@Table(name = "name")
@Description("Another name of an organization, a person, an initiative, an event or a product.")
public class Name extends Entry {

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

    @Scalar("LanguageTag")
    @Description("The language of the name. Null when it is not known.")
    public String language;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of name it is.")
    public NameKind kind;
}
