package dev.footnote.dataset.staging;

import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.metamodel.Metamodel;

/** Parameters of an import: the records to read, and the receivers of problems and progress. */
public record ImportContext(Metamodel metamodel, DatasetReader contents, DatasetProblems problems, ProgressListener progress) {
}
