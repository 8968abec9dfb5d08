package dev.footnote.staging;

import dev.footnote.folder.Contents;
import dev.footnote.folder.Faults;
import dev.footnote.graph.Graph;

/** What an import takes in, and whom it tells. */
public record Intake(Graph graph, Contents contents, Faults faults, Progress progress) {
}
