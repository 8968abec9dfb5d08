package dev.footnote.answer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import org.jboss.logging.Logger;

import dev.footnote.database.Dialect;
import dev.footnote.graph.Graph;
import dev.footnote.json.JsonOutput;
import dev.footnote.json.MapOutput;
import dev.footnote.question.Asked;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import dev.footnote.question.Selection;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;

/**
 * Answers GraphQL operations from the database. graphql-java parses, validates and coerces; what is selected is read
 * here in one snapshot, a statement a relation, and written straight from the rows.
 */
public final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final Graph graph;
    private final GraphQLSchema schema;
    private final GraphQL introspection;
    private final DataSource database;
    private final Dialect dialect;
    private final Documents documents;

    public Answers(Graph graph, GraphQLSchema schema, DataSource database, Dialect dialect) {
        this.graph = graph;
        this.schema = schema;
        this.introspection = GraphQL.newGraphQL(schema).build();
        this.database = database;
        this.dialect = dialect;
        this.documents = new Documents(schema);
    }

    /** Answers a request, or says why not; never throws. */
    public Answer ask(Request request) {
        try {
            return answer(request);
        } catch (Refusal refusal) {
            return Answer.refused(refusal.faults());
        } catch (SQLException | RuntimeException e) {
            LOG.error("A request failed", e);
            return Answer.failed();
        }
    }

    private Answer answer(Request request) throws SQLException {
        Prepared prepared = documents.prepared(request.document());
        OperationDefinition operation = prepared.operation(request.operation());
        CoercedVariables variables = variables(operation, request.variables());
        Question question = question(prepared, operation, variables);
        Asked asked = new Asked(question.fetches(), variables);
        if (question.introspective()) {
            return introspected(request);
        }
        JsonOutput out = new JsonOutput();
        Loaded loaded = load(asked);
        out.raw("{\"data\":");
        Part.object(out, "Query", question.parts(), loaded, null, null);
        out.raw("}");
        return Answer.of(out.bytes(), loaded.statements);
    }

    /** Answers an operation that graphql-java executes itself, as maps by response name. */
    Map<String, Object> maps(Prepared prepared, OperationDefinition operation, Map<String, Object> coerced)
            throws SQLException {
        CoercedVariables variables = CoercedVariables.of(coerced);
        Question question = question(prepared, operation, variables);
        MapOutput out = new MapOutput();
        Part.object(out, "Query", question.parts(), load(new Asked(question.fetches(), variables)), null, null);
        return out.whole();
    }

    private Question question(Prepared prepared, OperationDefinition operation, CoercedVariables variables) {
        return prepared.question(operation,
                () -> new Outline(graph, schema, new Selection(prepared.fragments(), variables)).question(operation));
    }

    private CoercedVariables variables(OperationDefinition operation, Map<String, Object> raw) {
        try {
            return ValuesResolver.coerceVariableValues(schema, operation.getVariableDefinitions(), RawVariables.of(raw),
                    GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (GraphQLException e) {
            throw new Refusal(new Fault(Fault.Code.BAD_USER_INPUT, e.getMessage(),
                    e instanceof GraphQLError error && error.getLocations() != null ? error.getLocations() : List.of()));
        }
    }

    private Loaded load(Asked asked) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (asked.alone()) {
                // a single statement sees one snapshot by itself
                return new Loading(connection, dialect, asked).load();
            }
            dialect.snapshot(connection);
            return committed(connection, asked);
        }
    }

    private Loaded committed(Connection connection, Asked asked) throws SQLException {
        try {
            Loaded loaded = new Loading(connection, dialect, asked).load();
            // nothing was written, but H2 forgets its prepared statements at a rollback
            connection.commit();
            return loaded;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private Answer introspected(Request request) {
        ExecutionResult result = introspection.execute(ExecutionInput.newExecutionInput(request.document())
                .operationName(request.operation()).variables(request.variables()).build());
        JsonOutput out = new JsonOutput();
        out.tree(result.toSpecification());
        return Answer.of(out.bytes(), 0);
    }
}
