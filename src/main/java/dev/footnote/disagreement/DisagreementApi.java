package dev.footnote.disagreement;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import dev.footnote.value.Revisions;
import graphql.schema.GraphQLInputType;

/** Serves what sources disagree about. */
@Singleton
public class DisagreementApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        Noun claim = graph.made("Claim", "What one place in a source says about a matter that sources disagree about.",
                List.of("place", "disagreement", "fact_kind", "fact_id", "citation_kind", "citation_id"),
                new Member.ToAny("fact", "The record that holds the claim.", "fact_kind", "fact_id", "Cited"),
                new Member.ToAny("citation", "Where it is read, and whether the place supports the record.", "citation_kind",
                        "citation_id", "Citation"));
        Noun disagreement = graph.made("Disagreement", "A matter that sources disagree about. No side is taken.",
                List.of("place", "kind", "subject_kind", "subject_id", "about"),
                graph.value("kind", "What tells of it.", true, DisagreementKind.class, "kind"),
                new Member.ToAny("subject",
                        "The organization, initiative or product that the figures are about, the record whose"
                                + " citations disagree, or the record that rival claims are about, such as the organization whose"
                                + " office several people are said to hold.",
                        "subject_kind", "subject_id", "Cited"),
                graph.value("about", "The metric of the figures, the field of the record, or what rival claims have in"
                        + " common, such as the title of the office. Null when it is the record as a whole.", false,
                        String.class, "about"),
                new Member.Nested("claims", "All that is claimed, on every side: a claim for each citation.", claim,
                        "disagreement"));
        Root.Parameter kind = new Root.Parameter("kind", "Only what is told of in this way.",
                (GraphQLInputType) graph.leaf(DisagreementKind.class), null);
        Root.Parameter revisions = new Root.Parameter("revisions", "Which revisions of reports and of their figures are looked"
                + " at. A restatement does not disagree with what it restates.",
                (GraphQLInputType) graph.leaf(Revisions.class), Revisions.LATEST.name());
        graph.make(new Root.Making("disagreements", "What sources disagree about: first what citations tell of, then figures"
                + " that cannot all be true, each in the order of the dataset.", disagreement, List.of(kind, revisions),
                Root.Shape.PAGES, DisagreementRows.MOST, new Disagreements(graph, disagreement, claim)));
    }
}
