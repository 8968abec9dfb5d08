package dev.footnote.affiliation;

import static dev.footnote.graph.Order.ascending;
import static dev.footnote.graph.Order.descending;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Domain;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Order;
import dev.footnote.organization.Organization;
import dev.footnote.person.Person;
import dev.footnote.source.SourceApi;

/** Serves roles, and hangs them on people and on organizations. */
@Singleton
public class AffiliationApi implements Api {

    private static final String RULE = ": by the day on which they began or, where no source says, on which they are shown to"
            + " be held; those that ended come last.";

    @Override
    public void hangOn(Graph graph) {
        graph.rank(Affiliation.class, "over", true, Domain.BOOLEAN, "is_over");
        graph.rank(Affiliation.class, "latest", false, Domain.DAY, "last_known");
        Order[] latest = { ascending("over"), descending("latest") };
        graph.list("affiliations", Affiliation.class, "All roles, the latest first" + RULE, latest);
        graph.many(Person.class, "affiliations", Affiliation.class, "person",
                "The roles that the person holds or held, the latest first" + RULE, latest);
        graph.many(Person.class, "directReports", Affiliation.class, "reportsTo",
                "The roles in which others report to the person, the latest first" + RULE, latest);
        graph.many(Organization.class, "members", Affiliation.class, "organization",
                "The roles that people hold or held in the organization, the latest first" + RULE, latest);
        SourceApi.cite(graph, Affiliation.class);
    }
}
