package dev.footnote.domain.person;

import static dev.footnote.metamodel.SortKey.ascending;

import jakarta.inject.Singleton;

import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;

/** Adds people to the schema. */
@Singleton
public class PersonSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("person", Person.class, "One person.");
        metamodel.list("people", Person.class, "All people, by name.", ascending("name"));
        SourceSchema.cite(metamodel, Person.class);
    }
}
