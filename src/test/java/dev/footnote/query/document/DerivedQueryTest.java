package dev.footnote.query.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;

/** A derived query has what its selection uses, and nothing else. */
class DerivedQueryTest {

    private static DerivedQuery derived(String document) {
        Document parsed = Parser.parse(document);
        OperationDefinition operation = parsed.getDefinitionsOfType(OperationDefinition.class).get(0);
        return DerivedQuery.of("$own: Int", DerivedQuery.selections("T", operation.getSelectionSet().getSelections().stream()
                .map(graphql.language.Field.class::cast).toList()), operation,
                parsed.getDefinitionsOfType(FragmentDefinition.class));
    }

    @Test
    void names_in_strings_are_no_uses() {
        DerivedQuery query = derived("""
                query Q($used: Int, $quoted: Int) { list { a(n: $used, text: "$quoted and ...Quoted") } }
                fragment Quoted on T { b }""");
        assertThat(query.variables()).containsExactly("used");
        assertThat(query.text()).startsWith("query Q($own: Int, $used:Int)").doesNotContain("fragment");
    }

    @Test
    void what_fragments_use_is_used() {
        DerivedQuery query = derived("""
                query($a: Int, $b: Boolean!, $c: Int) { list { ...One } }
                fragment One on T { x(in: {list: [$a]}) ...Two }
                fragment Two on T { y @include(if: $b) }
                fragment Three on T { z(n: $c) }""");
        assertThat(query.variables()).containsExactlyInAnyOrder("a", "b");
        assertThat(query.text()).contains("fragment One on T", "fragment Two on T").doesNotContain("Three", "$c");
        assertThat(Parser.parse(query.text()).getDefinitionsOfType(FragmentDefinition.class))
                .extracting(FragmentDefinition::getName).isEqualTo(List.of("One", "Two"));
    }
}
