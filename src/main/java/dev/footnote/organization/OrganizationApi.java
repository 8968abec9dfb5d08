package dev.footnote.organization;

import static dev.footnote.graph.Order.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Key;

/** Serves organizations, how they relate to each other, and how others identify them. */
@Singleton
public class OrganizationApi implements Api {

    @Override
    public void hangOn(Graph graph) {
        graph.lookup("organization", Organization.class, "One organization.",
                new Key("identifier", "An identifier that an outside registry gave it.", graph.noun(Identifier.class),
                        "organization_id", List.of("scheme", "value")));
        graph.list("organizations", Organization.class, "All organizations, by name.", ascending("name"));
        graph.many(Organization.class, "links", OrganizationLink.class, "organization",
                "How the organization relates to others, such as what it is a part of.");
        graph.many(Organization.class, "linkedFrom", OrganizationLink.class, "target",
                "How others relate to the organization, such as its parts.");
        graph.many(Organization.class, "identifiers", Identifier.class, "organization",
                "What outside registries call the organization.");
        graph.list("organizationLinks", OrganizationLink.class, "All relations from one organization to another.");
        graph.list("identifiers", Identifier.class, "All identifiers that outside registries gave to organizations.");
    }
}
