package dev.footnote.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.footnote.graph.Graph;
import dev.footnote.limit.Limits;
import dev.footnote.limit.Switches;
import dev.footnote.plan.Outline;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.wording.Suggestions;
import dev.footnote.wording.Syntax;
import dev.footnote.wording.Validation;
import dev.footnote.wording.Variables;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;

/** Makes a document ready to be answered: parsed, measured, validated. */
public final class Preparing {

    private final GraphQLSchema schema;
    private final Limits limits;
    private final Syntax syntax;
    private final Suggestions suggestions;
    private final Prepared.Outlining outlining;
    private final Variables variables;
    private final UrlVariables urlVariables;

    public Preparing(Graph graph, GraphQLSchema schema, Limits limits, Switches switches) {
        this.schema = schema;
        this.limits = limits;
        this.suggestions = new Suggestions(switches.introspection());
        this.variables = new Variables(schema, suggestions);
        this.urlVariables = new UrlVariables(variables, limits.nesting());
        this.outlining = (operation, selection) -> new Outline(graph, schema, selection).question(operation);
        this.syntax = new Syntax(ParserOptions.newParserOptions().captureIgnoredChars(false).captureLineComments(false)
                .captureSourceLocation(true).readerTrackData(false).maxTokens(limits.documentTokens())
                .maxCharacters(limits.documentBytes()).build());
    }

    GraphQLSchema schema() {
        return schema;
    }

    Variables variables() {
        return variables;
    }

    UrlVariables urlVariables() {
        return urlVariables;
    }

    /** @throws Refusal when the text is no valid document, or one that asks for more than is answered at once */
    Prepared prepared(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > limits.documentBytes()) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "The document has " + bytes.length + " bytes. It may have "
                    + limits.documentBytes() + "; move values into variables, or ask in several requests."));
        }
        Document document = syntax.document(text);
        new Measure(document, limits).check();
        List<Fault> faults = Validation.faults(schema, document, suggestions);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return new Prepared(document, Hash.of(bytes), outlining, limits);
    }
}
