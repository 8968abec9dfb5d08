package dev.footnote.domain.source;

import static dev.footnote.metamodel.SortKey.descending;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.domain.organization.Identifier;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.organization.OrganizationLink;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.annotation.BaseEntity;

/** Adds sources to the schema, and citations to every other fact. */
@Singleton
public class SourceSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.lookup("source", Source.class, "One source.");
        metamodel.list("sources", Source.class, "The documents that facts were read in, the latest first.",
                descending("published"));
        metamodel.many(Source.class, "citations", Citation.class, "source", "All that was read in the document.");
        metamodel.list("citations", Citation.class, "All citations. Those that do not simply support their record are found by"
                + " their stance.");
        metamodel.many(Organization.class, "publications", Source.class, "publisher",
                "The documents that the organization published, the latest first.", descending("published"));
        List.<Class<? extends BaseEntity>> of(Organization.class, OrganizationLink.class, Identifier.class)
                .forEach(entity -> cite(metamodel, entity));
        metamodel.addAttribute(Citation.class,
                new Attribute.Any("subject", "The record that the place is about.", "subject_kind", "subject_id",
                        "Cited"));
    }

    /** Adds citations to the records of an entity type. */
    public static void cite(Metamodel metamodel, Class<? extends BaseEntity> entity) {
        String kind = metamodel.entityType(entity).table();
        metamodel.cite(entity, new Attribute.ToMany("citations", "Where the fact was read.", Citation.class, "subject_id",
                "%s.subject_kind = '" + kind + "'", List.of()));
    }
}
