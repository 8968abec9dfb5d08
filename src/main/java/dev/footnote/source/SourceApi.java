package dev.footnote.source;

import static dev.footnote.graph.Order.descending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.entry.Entry;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.organization.Identifier;
import dev.footnote.organization.Organization;
import dev.footnote.organization.OrganizationLink;

/** Serves sources, and gives every other fact its citations. */
@Singleton
public class SourceApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.lookup("source", Source.class, "One source.");
        graph.list("sources", Source.class, "The documents that facts were read in, the latest first.",
                descending("published"));
        graph.many(Source.class, "citations", Citation.class, "source", "All that was read in the document.");
        graph.list("citations", Citation.class, "All citations. Those that do not simply support their record are found by"
                + " their stance.");
        graph.many(Organization.class, "publications", Source.class, "publisher",
                "The documents that the organization published, the latest first.", descending("published"));
        List.<Class<? extends Entry>> of(Organization.class, OrganizationLink.class, Identifier.class)
                .forEach(entity -> cite(graph, entity));
        graph.hang(Citation.class,
                new Member.ToAny("subject", "The record that the place is about.", "subject_kind", "subject_id",
                        "Cited"));
    }

    /** Gives the records of a kind their citations. */
    public static void cite(Graph graph, Class<? extends Entry> entity) {
        String kind = graph.noun(entity).table();
        graph.cite(entity, new Member.ToMany("citations", "Where the fact was read.", Citation.class, "subject_id",
                "%s.subject_kind = '" + kind + "'", List.of()));
    }
}
