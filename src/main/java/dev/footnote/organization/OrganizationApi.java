package dev.footnote.organization;

import static dev.footnote.graph.Order.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Key;
import dev.footnote.graph.Member;

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
        hangWalks(graph);
        graph.many(Organization.class, "identifiers", Identifier.class, "organization",
                "What outside registries call the organization.");
        graph.list("organizationLinks", OrganizationLink.class, "All relations from one organization to another.");
        graph.list("identifiers", Identifier.class, "All identifiers that outside registries gave to organizations.");
    }

    private static void hangWalks(Graph graph) {
        graph.tree(Organization.class, step("target_id", "organization_id", OrganizationLinkKind.PART_OF),
                "All parts of the organization and the parts of these, by name; in a circle the organization itself is one."
                        + " With at, over links that held then.",
                "All that the organization is a part of, directly or as a part of a part, by name.", ascending("name"));
        graph.hang(Organization.class, mutual("competitors", OrganizationLinkKind.COMPETITOR_OF,
                "The organizations that it competes with, by name, whichever of the two a source starts from."));
        graph.hang(Organization.class, mutual("relatedTo", OrganizationLinkKind.RELATED, "The organizations that it relates to"
                + " in a way that the sources do not name, by name, whichever of the two a source starts from."));
    }

    /** A relation that holds both ways, so that it is found from both ends. */
    private static Member.Walk mutual(String name, OrganizationLinkKind kind, String description) {
        return new Member.Walk(name, description, Organization.class,
                List.of(step("organization_id", "target_id", kind), step("target_id", "organization_id", kind)), false,
                List.of(ascending("name")));
    }

    private static Member.Step step(String from, String to, OrganizationLinkKind kind) {
        return new Member.Step(OrganizationLink.class, from, to, "%s.kind = '" + kind + "'");
    }
}
