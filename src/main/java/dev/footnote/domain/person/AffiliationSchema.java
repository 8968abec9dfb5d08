package dev.footnote.domain.person;

import static dev.footnote.metamodel.SortKey.ascending;
import static dev.footnote.metamodel.SortKey.descending;

import jakarta.inject.Singleton;

import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.SortKey;
import dev.footnote.metamodel.ValueType;

/** Adds roles to the schema, and relations to them on people and organizations. */
@Singleton
public class AffiliationSchema implements SchemaContributor {

    private static final String RULE = ": by the day on which they began or, where no source says, on which they are shown to"
            + " be held; those that ended come last.";

    @Override
    public void contributeTo(Metamodel metamodel) {
        metamodel.rank(Affiliation.class, "over", true, ValueType.BOOLEAN, "is_over");
        metamodel.rank(Affiliation.class, "latest", false, ValueType.DAY, "last_known");
        SortKey[] latest = { ascending("over"), descending("latest") };
        metamodel.list("affiliations", Affiliation.class, "All roles, the latest first" + RULE, latest);
        metamodel.many(Person.class, "affiliations", Affiliation.class, "person",
                "The roles that the person holds or held, the latest first" + RULE, latest);
        metamodel.many(Person.class, "directReports", Affiliation.class, "reportsTo",
                "The roles in which others report to the person, the latest first" + RULE, latest);
        metamodel.many(Organization.class, "members", Affiliation.class, "organization",
                "The roles that people hold or held in the organization, the latest first" + RULE, latest);
        SourceSchema.cite(metamodel, Affiliation.class);
    }
}
