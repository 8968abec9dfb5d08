package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Of restated reports only the latest revision is returned, unless all are requested. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class RevisionsTest {

    private static final String REPORTS = """
            id,organization,fiscal_year,period,revision,source
            first,acme,2023,q1,1,paper
            second,acme,2023,q1,2,paper
            other,acme,2022,q1,1,paper
            """;
    private static final String FIGURES = """
            id,report,organization,metric,value,unit,currency,qualifier,source
            r1,first,,revenue,100,money,CNY,exact,paper
            p1,first,,profit,10,money,CNY,exact,paper
            r2,second,,revenue,90,money,CNY,exact,paper
            r0,other,,revenue,50,money,CNY,exact,paper
            staff,,acme,staff,1000,count,,exact,paper
            """;

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    private SmallDataset dataset() {
        return new SmallDataset().with("financial_reports", REPORTS).with("figures", FIGURES);
    }

    @BeforeEach
    void load() {
        importer.take(dataset().in(folder.resolve("whole")), ProgressListener.NONE);
    }

    private static String slugs(String list) {
        JsonNode nodes = Door.data("{ it: " + list + " { nodes { slug } } }").at("/it/nodes");
        return String.join(" ", nodes.findValuesAsText("slug"));
    }

    @Test
    void lists_have_the_latest_revisions_and_all_on_demand() {
        assertThat(slugs("financialReports")).isEqualTo("second other");
        assertThat(slugs("financialReports(revisions: LATEST)")).isEqualTo("second other");
        assertThat(slugs("financialReports(revisions: ALL)")).isEqualTo("second first other");
        assertThat(slugs("figures(orderBy: [{slug: ASC}])")).isEqualTo("r0 r2 staff");
        assertThat(slugs("figures(revisions: ALL, orderBy: [{slug: ASC}])")).isEqualTo("p1 r0 r1 r2 staff");
    }

    @Test
    void a_restated_report_is_returned_with_its_figures_on_request() {
        JsonNode report = Door.data("{ node(id: \"financial_report:first\") { ... on FinancialReport {"
                + " revenue: value(metric: \"revenue\") figures { nodes { slug } } } } }").get("node");
        assertThat(report.get("revenue").asText()).isEqualTo("100");
        assertThat(report.at("/figures/nodes").findValuesAsText("slug")).containsExactly("r1", "p1");
    }

    @Test
    void numbers_groups_filters_and_orders_never_add_an_original_and_its_restatement() {
        String list = "{ it: figures(%s filter: {metric: {eq: \"revenue\"}}) { totalCount aggregate { value { sum } }"
                + " groups(by: [{report: {fiscalYear: VALUE}}]) { nodes { count aggregate { value { sum } } } } } }";
        assertThat(Door.data(list.formatted("")).get("it").toString()).isEqualTo("{\"totalCount\":2,\"aggregate\":{\"value\":"
                + "[{\"sum\":\"140\"}]},\"groups\":{\"nodes\":[{\"count\":1,\"aggregate\":{\"value\":[{\"sum\":\"50\"}]}},"
                + "{\"count\":1,\"aggregate\":{\"value\":[{\"sum\":\"90\"}]}}]}}");
        assertThat(Door.data(list.formatted("revisions: ALL")).at("/it/aggregate/value/0/sum").asText()).isEqualTo("240");
        String counted = "{ it: organizations(%s filter: {financialReports: {count: {gte: 3}}}) { totalCount } }";
        assertThat(Door.data(counted.formatted("")).at("/it/totalCount").asInt()).isZero();
        assertThat(Door.data(counted.formatted("revisions: ALL")).at("/it/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void nested_lists_take_it_from_the_field_around_and_can_say_otherwise() {
        String one = "{ organization(by: {slug: \"acme\"}%s) { financialReports%s { totalCount nodes { figures { totalCount } } } } }";
        assertThat(Door.data(one.formatted("", "")).at("/organization/financialReports/totalCount").asInt()).isEqualTo(2);
        assertThat(Door.data(one.formatted(", revisions: ALL", "")).at("/organization/financialReports/totalCount").asInt())
                .isEqualTo(3);
        assertThat(Door.data(one.formatted(", revisions: ALL", "(revisions: LATEST)"))
                .at("/organization/financialReports/totalCount").asInt()).isEqualTo(2);
        assertThat(Door.data(one.formatted("", "(revisions: ALL)")).at("/organization/financialReports/totalCount").asInt())
                .isEqualTo(3);
    }

    @Test
    void the_latest_revisions_follow_every_import() {
        importer.take(dataset().change("financial_reports", "second,acme,2023,q1,2,paper\n", "").change("figures",
                "r2,second,,revenue,90,money,CNY,exact,paper\n", "").in(folder.resolve("fewer")), ProgressListener.NONE);
        assertThat(slugs("figures(orderBy: [{slug: ASC}])")).isEqualTo("p1 r0 r1 staff");
        importer.take(SmallDataset.delta().with("financial_reports", """
                id,organization,fiscal_year,period,revision,source
                third,acme,2022,q1,3,paper
                """).in(folder.resolve("delta")), ProgressListener.NONE);
        assertThat(slugs("financialReports")).isEqualTo("first third");
    }
}
