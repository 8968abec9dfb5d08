package dev.footnote.graph;

/** What a room serves: it hangs its records on the graph, and its relations on the records of the rooms that it knows. */
public interface Api {

    void hangOn(Graph graph);
}
