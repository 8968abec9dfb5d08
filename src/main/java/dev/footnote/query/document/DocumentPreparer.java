package dev.footnote.query.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.scalar.Sha256;
import dev.footnote.query.FeatureFlags;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.plan.QueryPlanner;
import dev.footnote.query.validation.DocumentParser;
import dev.footnote.query.validation.DocumentValidator;
import dev.footnote.query.validation.NameSuggestions;
import dev.footnote.query.validation.VariableCoercion;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;

/** Prepares a document for execution: parses, measures and validates it. */
public final class DocumentPreparer {

    private final GraphQLSchema schema;
    private final QueryLimits limits;
    private final DocumentParser syntax;
    private final NameSuggestions suggestions;
    private final PreparedDocument.Outlining outlining;
    private final VariableCoercion variables;
    private final UrlVariables urlVariables;

    public DocumentPreparer(Metamodel metamodel, GraphQLSchema schema, QueryLimits limits, FeatureFlags switches) {
        this.schema = schema;
        this.limits = limits;
        this.suggestions = new NameSuggestions(switches.introspection());
        this.variables = new VariableCoercion(schema, suggestions);
        this.urlVariables = new UrlVariables(variables, limits.nesting());
        this.outlining = (operation, selection) -> new QueryPlanner(metamodel, schema, selection).question(operation);
        this.syntax = new DocumentParser(ParserOptions.newParserOptions().captureIgnoredChars(false).captureLineComments(false)
                .captureSourceLocation(true).readerTrackData(false).maxTokens(limits.documentTokens())
                .maxCharacters(limits.documentBytes()).build());
    }

    GraphQLSchema schema() {
        return schema;
    }

    VariableCoercion variables() {
        return variables;
    }

    UrlVariables urlVariables() {
        return urlVariables;
    }

    /** @throws RequestException if the text is not a valid document, or if it exceeds a limit */
    PreparedDocument prepared(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > limits.documentBytes()) {
            throw new RequestException(
                    RequestError.of(RequestError.Code.TOO_COMPLEX, "The document has " + bytes.length + " bytes. It may have "
                            + limits.documentBytes() + "; move values into variables, or ask in several requests."));
        }
        Document document = syntax.document(text);
        new DocumentLimitsCheck(document, limits).check();
        List<RequestError> errors = DocumentValidator.errors(schema, document, suggestions);
        if (!errors.isEmpty()) {
            throw new RequestException(errors);
        }
        return new PreparedDocument(document, Sha256.of(bytes), outlining, limits);
    }
}
