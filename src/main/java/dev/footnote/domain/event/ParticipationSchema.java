package dev.footnote.domain.event;

import jakarta.inject.Singleton;

import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.person.Person;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;

/** Adds participation in initiatives and events to the schema. */
@Singleton
public class ParticipationSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.list("participations", Participation.class,
                "All parts that organizations and people have in initiatives and events.");
        metamodel.many(Initiative.class, "participations", Participation.class, "initiative",
                "Who takes part, with role and money.");
        metamodel.many(Event.class, "participations", Participation.class, "event", "Who took part, and in which role.");
        metamodel.many(Organization.class, "participations", Participation.class, "organization",
                "The initiatives and events that the organization takes part in.");
        metamodel.many(Person.class, "participations", Participation.class, "person",
                "The initiatives and events that the person takes part in.");
        SourceSchema.cite(metamodel, Participation.class);
    }
}
