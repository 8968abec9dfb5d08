package dev.footnote.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.footnote.graph.Graph;
import dev.footnote.limit.Limits;
import dev.footnote.plan.Outline;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;

/** Documents that were parsed and found valid, kept for when they come again. */
public final class Documents {

    /** What is made of a document takes some 60 times as many bytes as its text has characters. */
    private static final int BYTES_A_CHARACTER = 60;
    private static final int MOST_BYTES = 32 << 20;

    private static final List<Class<?>> LIMITS = List.of(ParseCancelledException.class, ParseCancelledTooDeepException.class,
            ParseCancelledTooManyCharsException.class);

    private final GraphQLSchema schema;
    private final Limits limits;
    private final ParserOptions options;
    private final Prepared.Outlining outlining;
    private final Cache<String, Prepared> known = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .<String, Prepared> weigher((text, prepared) -> 1000 + text.length() * BYTES_A_CHARACTER).build();

    public Documents(Graph graph, GraphQLSchema schema, Limits limits) {
        this.schema = schema;
        this.limits = limits;
        this.outlining = (operation, selection) -> new Outline(graph, schema, selection).question(operation);
        this.options = ParserOptions.newParserOptions().captureIgnoredChars(false).captureLineComments(false)
                .captureSourceLocation(true).readerTrackData(false).maxTokens(limits.documentTokens())
                .maxCharacters(limits.documentBytes()).build();
    }

    public GraphQLSchema schema() {
        return schema;
    }

    /** Whether the document of a request was prepared before. */
    public boolean knows(Request request) {
        return request.document() != null && known.getIfPresent(request.document()) != null;
    }

    /** @throws Refusal when there is no valid document, or one that asks for more than is answered at once */
    public Prepared prepared(Request request) {
        return known.get(request.document(), this::prepare);
    }

    private Prepared prepare(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > limits.documentBytes()) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "The document has " + bytes.length + " bytes. It may have "
                    + limits.documentBytes() + "; move values into variables, or ask in several requests."));
        }
        ParseAndValidateResult parsed = ParseAndValidate.parse(ExecutionInput.newExecutionInput(text).locale(Locale.ENGLISH)
                .graphQLContext(context -> context.of(ParserOptions.class, options)).build());
        if (parsed.isFailure()) {
            throw unparsed(parsed);
        }
        Map<OperationDefinition, Long> introspection = new Measure(parsed.getDocument(), limits).check();
        List<ValidationError> errors = ParseAndValidate.validate(schema, parsed.getDocument(), Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw refusal(Fault.Code.VALIDATION_FAILED, errors);
        }
        return new Prepared(parsed.getDocument(), Hash.of(bytes), introspection, outlining);
    }

    private Refusal unparsed(ParseAndValidateResult parsed) {
        if (LIMITS.stream().anyMatch(limit -> limit.isInstance(parsed.getSyntaxException()))) {
            return new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "The document has more than " + limits.documentTokens()
                    + " tokens, or is nested too deeply. Ask for less, or in several requests."));
        }
        return refusal(Fault.Code.PARSE_FAILED, List.of(parsed.getSyntaxException().toInvalidSyntaxError()));
    }

    private static Refusal refusal(Fault.Code code, List<? extends GraphQLError> errors) {
        return new Refusal(errors.stream().map(error -> new Fault(code, error.getMessage(),
                error.getLocations() == null ? List.of() : error.getLocations())).toList());
    }
}
