package dev.footnote.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.footnote.DomainMetamodel;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.query.FeatureFlags;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.document.DocumentConfig;
import dev.footnote.query.document.DocumentPreparer;
import dev.footnote.query.document.PreparedDocument;
import dev.footnote.query.schema.SchemaBuilder;
import graphql.execution.CoercedVariables;
import graphql.schema.GraphQLCodeRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** How much is read follows from what is selected, before anything is read. */
class QueryPlanTest {

    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder().withMapping(QueryLimits.class)
            .withMapping(FeatureFlags.class).withDefaultValue("footnote.limits.time", "PT2.5S").build();
    private static final QueryLimits LIMITS = CONFIG.getConfigMapping(QueryLimits.class);
    private static final Metamodel METAMODEL = DomainMetamodel.create();
    private static final DocumentCache DOCUMENTS = new DocumentCache(new DocumentPreparer(METAMODEL,
            new SchemaBuilder(METAMODEL).build(GraphQLCodeRegistry.newCodeRegistry().typeResolver("Node", type -> null)
                    .typeResolver("Cited", type -> null).build()),
            LIMITS, CONFIG.getConfigMapping(FeatureFlags.class)), DocumentConfig.Trust.ALSO);

    @Test
    void a_to_one_relation_is_read_with_its_record() {
        assertThat(paths("{ affiliations { nodes { title person { name } organization { name } } } }"))
                .containsExactly("affiliations");
    }

    @Test
    void a_list_of_a_record_is_one_fetch_behind_that_of_its_parents() {
        assertThat(paths("{ people { nodes { names { nodes { text } } roles: affiliations { nodes { title citations {"
                + " nodes { locator } } } } } } }"))
                .containsExactly("people", "people.nodes.names", "people.nodes.roles",
                        "people.nodes.roles.nodes.citations");
    }

    @Test
    void a_field_that_is_selected_twice_is_read_once() {
        assertThat(paths("{ people { nodes { name } } ...more } fragment more on Query { people { nodes { name summary } } }"))
                .containsExactly("people");
        assertThat(paths("{ a: people { nodes { name } } b: people { nodes { name } } }")).containsExactly("a", "b");
    }

    @Test
    void no_records_are_read_for_a_number() {
        FetchNode people = plan("{ people { totalCount } }").fetches().get(0);
        assertThat(people.rows()).isFalse();
        assertThat(people.count()).isTrue();
        FetchNode page = plan("{ people { nodes { name } } }").fetches().get(0);
        assertThat(page.rows()).isTrue();
        assertThat(page.count()).isFalse();
    }

    @Test
    void what_is_skipped_is_not_read() {
        String document = "query($all: Boolean!) { people { nodes { name affiliations @include(if: $all) { totalCount } } } }";
        assertThat(plan(document, Map.of("all", false)).fetches()).hasSize(1);
        assertThat(plan(document, Map.of("all", true)).fetches()).hasSize(2);
    }

    @Test
    void the_estimate_grows_with_every_level_of_pages() {
        String inner = "affiliations(first: 10) { nodes { title } }";
        long one = estimate("{ people(first: 10) { nodes { name } } }");
        long two = estimate("{ people(first: 10) { nodes { name " + inner + " } } }");
        assertThat(one).isGreaterThanOrEqualTo(10);
        assertThat(two).isGreaterThanOrEqualTo(one + 100);
        assertThat(estimate("{ people(first: 100) { nodes { name " + inner + " } } }")).isGreaterThanOrEqualTo(1100);
    }

    @Test
    void relations_of_interfaces_that_multiply_by_their_types_are_refused() {
        String citing = "citations { nodes { subject { ... on Node { id } ... on Cited { ";
        String document = "{ people { nodes { " + citing.repeat(4) + "id" + " } } } }".repeat(4) + " } } }";
        assertThatThrownBy(() -> plan(document)).isInstanceOf(RequestException.class)
                .hasMessageContaining("selects more than 500 relations");
    }

    private static long estimate(String document) {
        return BoundPlan.of(plan(document).fetches(), CoercedVariables.emptyVariables(), LIMITS).estimate();
    }

    private static List<String> paths(String document) {
        return plan(document).fetches().stream().map(fetch -> fetch.path).toList();
    }

    private static QueryPlan plan(String document) {
        return plan(document, Map.of());
    }

    private static QueryPlan plan(String document, Map<String, Object> variables) {
        PreparedDocument prepared = DOCUMENTS.prepared(new GraphQLRequest(document, null, variables));
        return prepared.question(prepared.operation(null), CoercedVariables.of(variables));
    }
}
