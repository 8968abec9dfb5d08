package dev.footnote.wording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.affiliation.AffiliationApi;
import dev.footnote.event.EventApi;
import dev.footnote.graph.Graph;
import dev.footnote.initiative.InitiativeApi;
import dev.footnote.naming.NameApi;
import dev.footnote.organization.OrganizationApi;
import dev.footnote.participation.ParticipationApi;
import dev.footnote.path.PathApi;
import dev.footnote.person.PersonApi;
import dev.footnote.product.ProductApi;
import dev.footnote.question.Fault;
import dev.footnote.report.ReportApi;
import dev.footnote.schema.GraphSchema;
import dev.footnote.source.SourceApi;
import dev.footnote.transfer.DatasetApi;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;

/** Who writes what other APIs call it, or looks for a field one object too early, reads what to write here. */
class HintsTest {

    private static final GraphQLSchema SCHEMA = new GraphSchema(new Graph(List.of(new AffiliationApi(), new DatasetApi(),
            new EventApi(), new InitiativeApi(), new NameApi(), new OrganizationApi(), new ParticipationApi(), new PathApi(),
            new PersonApi(), new ProductApi(), new ReportApi(), new SourceApi()))).build(GraphQLCodeRegistry.newCodeRegistry()
                    .typeResolver("Node", type -> null).typeResolver("Cited", type -> null).build());

    @Test
    void whoever_writes_what_is_not_known_reads_what_to_write() throws IOException {
        new Table("hints.txt").check(row -> faults(row, true));
    }

    @Test
    void nothing_of_the_schema_is_told_where_it_is_closed() throws IOException {
        new Table("closed.txt").check(row -> faults(row, false));
    }

    private static List<String> faults(Table.Row row, boolean open) {
        Document document = new Parser().parseDocument(row.written());
        List<Fault> faults = new ArrayList<>(Validation.faults(SCHEMA, document, new Suggestions(open)));
        Map<String, Object> given = Door.map(row.given());
        if (faults.isEmpty()) {
            faults.addAll(new Variables(SCHEMA, new Suggestions(open)).faults(
                    document.getDefinitionsOfType(OperationDefinition.class).get(0).getVariableDefinitions(), given));
        }
        return faults.stream().map(fault -> fault.at().stream().map(place -> place.getLine() + ":" + place.getColumn() + " ")
                .collect(Collectors.joining()) + fault.message()).toList();
    }
}
