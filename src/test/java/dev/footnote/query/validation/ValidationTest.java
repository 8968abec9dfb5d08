package dev.footnote.query.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.footnote.query.RequestError;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;

/** Every validation rule of the specification, in a schema with more features than ours. */
class ValidationTest {

    private static final GraphQLSchema SCHEMA = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
            type Query {
              dog(name: String, id: ID!, age: Int, weight: Float, tame: Boolean): Dog
              pets(filter: Filter): [Pet!]!
              by(one: By!): Pet
              all(by: [By!]): Pet
              kind(kind: Kind, kinds: [Kind!], rows: [[Int!]]): String
              plain: String
            }
            type Subscription { barked: String slept: String }
            interface Pet { name: String }
            type Dog implements Pet { name: String age: Int! barks(often: Int): Boolean years: Int loud: [String] }
            type Cat implements Pet { name: String age: Int loud: String years: String }
            type Rock { weight: Int }
            enum Kind { LARGE SMALL }
            input Filter { name: String age: Int! ages: [Int!] and: [Filter!] kind: Kind = SMALL }
            input By @oneOf { slug: String id: ID }
            """), RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory()).build());

    @Test
    void validation_errors_state_cause_and_solution() throws IOException {
        new Table("validation.txt").check(row -> errors(row.written(), true).stream().map(ValidationTest::line).toList());
    }

    private static List<RequestError> errors(String document, boolean open) {
        return DocumentValidator.errors(SCHEMA, new Parser().parseDocument(document), new NameSuggestions(open));
    }

    private static String line(RequestError error) {
        return error.at().stream().map(place -> place.getLine() + ":" + place.getColumn() + " ").collect(Collectors.joining())
                + error.message();
    }

    @Test
    void every_validation_rule_has_our_own_message() {
        List<String> theirs = Collections.list(ResourceBundle.getBundle("i18n/Validation", Locale.ROOT).getKeys());
        List<String> ours = Collections.list(ResourceBundle.getBundle("wording/validation", Locale.ROOT).getKeys());
        theirs.removeIf(
                key -> key.startsWith("ArgumentValidationUtil.") || key.startsWith("VariableDefaultValuesOfCorrectType."));
        assertThat(ours).containsExactlyInAnyOrderElementsOf(theirs);
    }

    @Test
    void names_are_not_suggested_if_introspection_is_off() {
        for (String document : List.of("{ plai }", "{ kind(kint: LARGE) }", "{ kind(kind: LARG) }",
                "{ pets { ... on Doggy { age } } }",
                "{ by(one: {slugg: \"a\"}) { name } }", "{ plain @skipp }")) {
            assertThat(errors(document, true).get(0).message()).contains("Did you mean");
            assertThat(errors(document, false).get(0).message()).doesNotContain("Did you mean");
        }
    }

    @Test
    void at_most_twenty_errors_are_reported() {
        assertThat(errors("{" + " nothing".repeat(20) + " }", true)).hasSizeLessThanOrEqualTo(20);
        assertThat(errors("{ a b c d e f g h i j k l m n o p q r s t u v w x y z }", true)).hasSize(20);
    }
}
