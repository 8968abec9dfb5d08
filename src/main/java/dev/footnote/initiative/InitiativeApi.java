package dev.footnote.initiative;

import static dev.footnote.graph.Order.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.entry.Entry;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.source.SourceApi;

/** Serves initiatives and what they are about. */
@Singleton
public class InitiativeApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.lookup("initiative", Initiative.class, "One initiative.");
        graph.list("initiatives", Initiative.class, "All initiatives, by name.", ascending("name"));
        graph.many(Initiative.class, "units", Initiative.class, "parent", "The initiatives that are units of this one.");
        graph.tree(Initiative.class, new Member.Step(Initiative.class, "parent_id", "id", null),
                "All units of the initiative and the units of these, by name; in a circle the initiative itself is one.",
                "All that the initiative is a unit of, directly or as a unit of a unit, by name.", ascending("name"));
        graph.lookup("topic", Topic.class, "One topic.");
        graph.list("topics", Topic.class, "All topics, by name.", ascending("name"));
        graph.list("initiativeTopics", InitiativeTopic.class, "Which initiative is about which topic.");
        graph.many(Initiative.class, "topics", InitiativeTopic.class, "initiative", "What the initiative is about.");
        graph.many(Topic.class, "initiatives", InitiativeTopic.class, "topic", "The initiatives that are about the topic.");
        List.<Class<? extends Entry>> of(Initiative.class, Topic.class, InitiativeTopic.class)
                .forEach(entity -> SourceApi.cite(graph, entity));
    }
}
