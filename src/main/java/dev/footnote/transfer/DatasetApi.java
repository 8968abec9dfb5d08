package dev.footnote.transfer;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;

/** Serves what the dataset says of itself. */
@Singleton
public class DatasetApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.only("dataset", Dataset.class, "The dataset that is served. Null while none is imported.");
    }
}
