package dev.footnote.domain.initiative;

import static dev.footnote.metamodel.SortKey.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.TraversalStep;
import dev.footnote.metamodel.annotation.BaseEntity;

/** Adds initiatives and what they are about to the schema. */
@Singleton
public class InitiativeSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("initiative", Initiative.class, "One initiative.");
        metamodel.list("initiatives", Initiative.class, "All initiatives, by name.", ascending("name"));
        metamodel.many(Initiative.class, "units", Initiative.class, "parent", "The initiatives that are units of this one.");
        metamodel.tree(Initiative.class, new TraversalStep(Initiative.class, "parent_id", "id", null),
                "All units of the initiative and the units of these, by name; in a circle the initiative itself is one.",
                "All that the initiative is a unit of, directly or as a unit of a unit, by name.", ascending("name"));
        metamodel.lookup("topic", Topic.class, "One topic.");
        metamodel.list("topics", Topic.class, "All topics, by name.", ascending("name"));
        metamodel.list("initiativeTopics", InitiativeTopic.class, "Which initiative is about which topic.");
        metamodel.many(Initiative.class, "topics", InitiativeTopic.class, "initiative", "What the initiative is about.");
        metamodel.many(Topic.class, "initiatives", InitiativeTopic.class, "topic", "The initiatives that are about the topic.");
        List.<Class<? extends BaseEntity>> of(Initiative.class, Topic.class, InitiativeTopic.class)
                .forEach(entity -> SourceSchema.cite(metamodel, entity));
    }
}
