package dev.footnote.domain.organization;

import static dev.footnote.metamodel.SortKey.ascending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.LookupKey;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.TraversalStep;

/** Adds organizations, the links between them, and their outside identifiers to the schema. */
@Singleton
public class OrganizationSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("organization", Organization.class, "One organization.",
                new LookupKey("identifier", "An identifier that an outside registry gave it.",
                        metamodel.entityType(Identifier.class),
                        "organization_id", List.of("scheme", "value")));
        metamodel.list("organizations", Organization.class, "All organizations, by name.", ascending("name"));
        metamodel.many(Organization.class, "links", OrganizationLink.class, "organization",
                "How the organization relates to others, such as what it is a part of.");
        metamodel.many(Organization.class, "linkedFrom", OrganizationLink.class, "target",
                "How others relate to the organization, such as its parts.");
        hangWalks(metamodel);
        metamodel.many(Organization.class, "identifiers", Identifier.class, "organization",
                "What outside registries call the organization.");
        metamodel.list("organizationLinks", OrganizationLink.class, "All relations from one organization to another.");
        metamodel.list("identifiers", Identifier.class, "All identifiers that outside registries gave to organizations.");
    }

    private static void hangWalks(Metamodel metamodel) {
        metamodel.tree(Organization.class, step("target_id", "organization_id", OrganizationLinkKind.PART_OF),
                "All parts of the organization and the parts of these, by name; in a circle the organization itself is one."
                        + " With at, over links that held then.",
                "All that the organization is a part of, directly or as a part of a part, by name.", ascending("name"));
        metamodel.addAttribute(Organization.class, mutual("competitors", OrganizationLinkKind.COMPETITOR_OF,
                "The organizations that it competes with, by name, whichever of the two a source starts from."));
        metamodel.addAttribute(Organization.class,
                mutual("relatedTo", OrganizationLinkKind.RELATED, "The organizations that it relates to"
                        + " in a way that the sources do not name, by name, whichever of the two a source starts from."));
    }

    /** A symmetric relation, which is served on both of its ends. */
    private static Attribute.Hierarchy mutual(String name, OrganizationLinkKind kind, String description) {
        return new Attribute.Hierarchy(name, description, Organization.class,
                List.of(step("organization_id", "target_id", kind), step("target_id", "organization_id", kind)), false,
                List.of(ascending("name")));
    }

    private static TraversalStep step(String from, String to, OrganizationLinkKind kind) {
        return new TraversalStep(OrganizationLink.class, from, to, "%s.kind = '" + kind + "'");
    }
}
