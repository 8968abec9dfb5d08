package dev.footnote.analysis.disagreement;

import java.util.List;

import jakarta.inject.Singleton;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.scalar.Revisions;
import graphql.schema.GraphQLInputType;

/** Adds disagreements between sources to the schema. */
@Singleton
public class DisagreementSchema implements SchemaContributor {

    @Override
    public void contributeTo(Metamodel metamodel) {
        EntityType claim = metamodel.made("Claim",
                "What one place in a source says about a matter that sources disagree about.",
                List.of("place", "disagreement", "fact_kind", "fact_id", "citation_kind", "citation_id"),
                new Attribute.Any("fact", "The record that holds the claim.", "fact_kind", "fact_id", "Cited"),
                new Attribute.Any("citation", "Where it is read, and whether the place supports the record.", "citation_kind",
                        "citation_id", "Citation"));
        EntityType disagreement = disagreement(metamodel, claim);
        QueryField.Argument kind = new QueryField.Argument("kind", "Only what is told of in this way.",
                (GraphQLInputType) metamodel.leaf(DisagreementKind.class), null);
        QueryField.Argument revisions = new QueryField.Argument("revisions",
                "Which revisions of reports and of their figures are looked"
                        + " at. A restatement does not disagree with what it restates.",
                (GraphQLInputType) metamodel.leaf(Revisions.class), Revisions.LATEST.name());
        metamodel.make(new QueryField.Virtual("disagreements",
                "What sources disagree about: first what citations tell of, then figures"
                        + " that cannot all be true, each in the order of the dataset.",
                disagreement, List.of(kind, revisions),
                QueryField.Shape.PAGES, DisagreementRowMapper.MOST, new DisagreementFinder(metamodel, disagreement, claim)));
    }

    private static EntityType disagreement(Metamodel metamodel, EntityType claim) {
        return metamodel.made("Disagreement", "A matter that sources disagree about. No side is taken.",
                List.of("place", "kind", "subject_kind", "subject_id", "about"),
                metamodel.value("kind", "What tells of it.", true, DisagreementKind.class, "kind"),
                new Attribute.Any("subject",
                        "The organization, initiative or product that the figures are about, the record whose"
                                + " citations disagree, or the record that rival claims are about, such as the organization whose"
                                + " office several people are said to hold.",
                        "subject_kind", "subject_id", "Cited"),
                metamodel.value("about", "The metric of the figures, the field of the record, or what rival claims have in"
                        + " common, such as the title of the office. Null when it is the record as a whole.", false,
                        String.class, "about"),
                new Attribute.NestedRows("claims", "All that is claimed, on every side: a claim for each citation.", claim,
                        "disagreement"));
    }
}
