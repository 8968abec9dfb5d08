package dev.footnote;

import java.util.List;

import dev.footnote.dataset.importer.DatasetSchema;
import dev.footnote.domain.event.EventSchema;
import dev.footnote.domain.event.ParticipationSchema;
import dev.footnote.domain.finance.FinancialReportSchema;
import dev.footnote.domain.initiative.InitiativeSchema;
import dev.footnote.domain.name.NameSchema;
import dev.footnote.domain.organization.OrganizationSchema;
import dev.footnote.domain.person.AffiliationSchema;
import dev.footnote.domain.person.PersonSchema;
import dev.footnote.domain.product.ProductSchema;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;

/** The metamodel of all entities, for tests that need no server. */
public final class DomainMetamodel {

    private DomainMetamodel() {
    }

    public static Metamodel create() {
        return new Metamodel(List.of(new AffiliationSchema(), new DatasetSchema(), new EventSchema(), new InitiativeSchema(),
                new NameSchema(), new OrganizationSchema(), new ParticipationSchema(), new PersonSchema(),
                new ProductSchema(), new FinancialReportSchema(), new SourceSchema()));
    }
}
