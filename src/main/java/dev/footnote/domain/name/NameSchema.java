package dev.footnote.domain.name;

import jakarta.inject.Singleton;

import dev.footnote.domain.event.Event;
import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.person.Person;
import dev.footnote.domain.product.Product;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;

/** Adds the other names of organizations, people, initiatives, events and products to the schema. */
@Singleton
public class NameSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.list("names", Name.class, "All other names.");
        metamodel.names(Organization.class, Name.class, "organization", "text", "The other names of the organization.");
        metamodel.names(Person.class, Name.class, "person", "text", "The other names of the person.");
        metamodel.names(Initiative.class, Name.class, "initiative", "text", "The other names of the initiative.");
        metamodel.names(Event.class, Name.class, "event", "text", "The other names of the event.");
        metamodel.names(Product.class, Name.class, "product", "text", "The other names of the product.");
        SourceSchema.cite(metamodel, Name.class);
    }
}
