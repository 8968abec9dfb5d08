package dev.footnote.answer;

import java.util.List;
import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;

/** Documents that were parsed and found valid, kept for when they come again. */
final class Documents {

    /**
     * In characters of text, because documents differ a thousandfold in size; what is made of one takes some 30 times as much.
     */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final GraphQLSchema schema;
    private final Cache<String, Prepared> known = Caffeine.newBuilder().maximumWeight(MOST_CHARACTERS)
            .<String, Prepared> weigher((text, prepared) -> text.length()).build();

    Documents(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** @throws Refusal when the text is no valid document */
    Prepared prepared(String text) {
        return known.get(text, this::prepare);
    }

    private Prepared prepare(String text) {
        ParseAndValidateResult parsed = ParseAndValidate
                .parse(ExecutionInput.newExecutionInput(text).locale(Locale.ENGLISH).build());
        if (parsed.isFailure()) {
            throw refusal(Fault.Code.PARSE_FAILED, List.of(parsed.getSyntaxException().toInvalidSyntaxError()));
        }
        List<ValidationError> errors = ParseAndValidate.validate(schema, parsed.getDocument(), Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw refusal(Fault.Code.VALIDATION_FAILED, errors);
        }
        return new Prepared(parsed.getDocument());
    }

    private static Refusal refusal(Fault.Code code, List<? extends GraphQLError> errors) {
        return new Refusal(errors.stream().map(error -> new Fault(code, error.getMessage(),
                error.getLocations() == null ? List.of() : error.getLocations())).toList());
    }
}
