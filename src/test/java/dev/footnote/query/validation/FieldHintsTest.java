package dev.footnote.query.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.analysis.path.PathSchema;
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
import dev.footnote.query.RequestError;
import dev.footnote.query.schema.SchemaBuilder;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;

/** Errors for names of other APIs and for misplaced fields say what to write instead. */
class FieldHintsTest {

    private static final GraphQLSchema SCHEMA = new SchemaBuilder(
            new Metamodel(List.of(new AffiliationSchema(), new DatasetSchema(),
                    new EventSchema(), new InitiativeSchema(), new NameSchema(), new OrganizationSchema(),
                    new ParticipationSchema(), new PathSchema(),
                    new PersonSchema(), new ProductSchema(), new FinancialReportSchema(), new SourceSchema())))
            .build(GraphQLCodeRegistry.newCodeRegistry()
                    .typeResolver("Node", type -> null).typeResolver("Cited", type -> null).build());

    @Test
    void unknown_names_are_reported_with_suggestions() throws IOException {
        new Table("hints.txt").check(row -> errors(row, true));
    }

    @Test
    void without_introspection_no_message_reveals_the_schema() throws IOException {
        new Table("closed.txt").check(row -> errors(row, false));
    }

    private static List<String> errors(Table.Row row, boolean open) {
        Document document = new Parser().parseDocument(row.written());
        List<RequestError> errors = new ArrayList<>(DocumentValidator.errors(SCHEMA, document, new NameSuggestions(open)));
        Map<String, Object> given = Door.map(row.given());
        if (errors.isEmpty()) {
            errors.addAll(new VariableCoercion(SCHEMA, new NameSuggestions(open)).errors(
                    document.getDefinitionsOfType(OperationDefinition.class).get(0).getVariableDefinitions(), given));
        }
        return errors.stream().map(error -> error.at().stream().map(place -> place.getLine() + ":" + place.getColumn() + " ")
                .collect(Collectors.joining()) + error.message()).toList();
    }
}
