package dev.footnote.dataset.importer;

import jakarta.inject.Singleton;

import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;

/** Adds the metadata of the dataset to the schema. */
@Singleton
public class DatasetSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.only("dataset", Dataset.class, "The dataset that is served. Null while none is imported.");
    }
}
