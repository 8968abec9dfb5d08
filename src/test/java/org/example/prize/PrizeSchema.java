package org.example.prize;

import static dev.footnote.metamodel.SortKey.ascending;

import jakarta.inject.Singleton;

import dev.footnote.domain.person.Person;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import io.quarkus.arc.properties.IfBuildProperty;

/** Adds prizes and their winners to the schema of {@link PrizeTest}. */
@Singleton
@IfBuildProperty(name = "test.prizes", stringValue = "true")
public class PrizeSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("prize", Prize.class, "One prize.");
        metamodel.list("prizes", Prize.class, "All prizes, by name.", ascending("name"));
        metamodel.many(Person.class, "prizes", Prize.class, "winner", "The prizes that the person was awarded, by name.",
                ascending("name"));
        SourceSchema.cite(metamodel, Prize.class);
    }
}
