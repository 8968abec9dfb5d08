package dev.footnote.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.KnownSchema;
import dev.footnote.dataset.importer.SqlWritten;
import dev.footnote.metamodel.Attribute;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.sql.SqlBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * A question about a few of many records reads them by an index, over 10,000 organizations: told by the plans of PostgreSQL,
 * and by how many rows H2 looks at.
 */
@QuarkusTest
@TestProfile(SqlWritten.class)
class DatabasePlansTest {

    private static final String ORDERED = "{ organizations(first: 20) { nodes { members(filter: {person: {name: {startsWith:"
            + " \"p\"}}}, first: 3) { nodes { title } aggregate { count } groups(by: [{from: YEAR}]) { nodes { count } } } } } }";

    private static final String DISAGREEMENTS = "{ disagreements { nodes { about claims { fact { __typename } } } } }";

    private static final List<String> SELECTIVE = List.of(
            "{ affiliations(filter: {organization: {slug: {eq: \"o77\"}}}) { nodes { title } } }",
            "{ affiliations(filter: {person: {name: {eq: \"Person 77\"}}}, at: \"2010\") { nodes { title } } }",
            "{ organizations(filter: {members: {some: {person: {slug: {eq: \"p77\"}}}}}) { nodes { name } totalCount } }",
            "{ organizations(filter: {participations: {some: {initiative: {name: {eq: \"Initiative 77\"}}}}}) { nodes { name } } }",
            "{ people(filter: {affiliations: {some: {organization: {participations: {some: {initiative:"
                    + " {slug: {eq: \"i77\"}}}}}}}}) { nodes { name } } }",
            "{ organizations(filter: {slug: {in: [\"o7\", \"o8\"]}, members: {none: {kind: {eq: STAFF}}}}) { nodes { name } } }",
            "{ organizations(filter: {slug: {in: [\"o7\", \"o8\"]}, members: {every: {kind: {eq: STAFF}}}}) { nodes { name } } }",
            "{ people(filter: {affiliations: {count: {gte: 1}, counted: {organization: {slug: {eq: \"o77\"}}}}})"
                    + " { nodes { name } } }",
            "{ organizations(filter: {slug: {in: [\"o7\", \"o8\"]}}, orderBy: [{members: {count: DESC}}]) { nodes { name } } }",
            "{ affiliations(filter: {person: {slug: {eq: \"p77\"}}}, orderBy: [{organization: {name: ASC}}]) { nodes { title } } }",
            "{ participations(filter: {initiative: {slug: {eq: \"i77\"}}}) { aggregate { count committed { sum } } } }",
            "{ participations(filter: {organization: {slug: {eq: \"o77\"}}}) { groups(by: [{initiative: {announced: YEAR}}])"
                    + " { nodes { count aggregate { committed { currency sum } } } } } }",
            ORDERED,
            "{ organization(by: {slug: \"o77\"}) { financialReports(first: 20) { nodes { figures(first: 20)"
                    + " { nodes { value yearBefore { value yearBefore { value } } growthComputed } } } } } }",
            "{ figures(filter: {report: {organization: {slug: {eq: \"o77\"}}}}) { nodes { growthComputed } } }",
            "{ financialReports(filter: {organization: {slug: {eq: \"o77\"}}}) { nodes { slug } } }",
            DISAGREEMENTS);

    /** Scans of whole tables, those with many rows; the blank tells them from scans of their histories. */
    private static final String[] WHOLE = Stream
            .of("organization", "person", "initiative", "affiliation", "participation", "financial_report", "figure",
                    "organization_history", "affiliation_history", "financial_report_history")
            .map("Seq Scan on %s "::formatted).toArray(String[]::new);

    private static final Pattern SCANS = Pattern.compile("scanCount: (\\d+)");
    /** Rows that may be looked at for a few: those of a page or of twenty parents, and what is joined to each. */
    private static final int FEW = 2000;
    private static final int PARENT = 1078;

    @Inject
    Database database;

    @Inject
    GraphQLExecutor answers;

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            ResultSet known = statement.executeQuery("SELECT COUNT(*) FROM organization WHERE slug = 'o77'");
            known.next();
            if (known.getInt(1) == 0) {
                String fill = h2() ? FILL.replace("generate_series", "SYSTEM_RANGE") : FILL;
                for (String sql : fill.split(";\n")) {
                    statement.execute(sql);
                }
                statement.execute("ANALYZE");
            }
        }
    }

    private boolean h2() {
        return database.dialect() == Dialect.H2;
    }

    private static final String FILL = """
            INSERT INTO organization (id, slug, kind, name, country)
            SELECT n, 'o' || (n - 1000), 'COMPANY', 'Organization ' || (n - 1000), 'CN' FROM generate_series(1001, 11000) AS s(n);
            INSERT INTO person (id, slug, name)
            SELECT n, 'p' || (n - 1000), 'Person ' || (n - 1000) FROM generate_series(1001, 51000) AS s(n);
            INSERT INTO initiative (id, slug, kind, name, announced_text, announced_earliest, announced_latest)
            SELECT n, 'i' || (n - 1000), 'ALLIANCE', 'Initiative ' || (n - 1000), '2018', '2018-01-01', '2018-12-31'
            FROM generate_series(1001, 21000) AS s(n);
            INSERT INTO affiliation (id, slug, person_id, organization_id, title, kind, from_text, from_earliest, from_latest)
            SELECT n, 'a' || n, 1001 + n % 50000, 1001 + n * 7 % 10000, 'Engineer', 'STAFF', '2010', '2010-01-01', '2010-12-31'
            FROM generate_series(1001, 101000) AS s(n);
            INSERT INTO participation (id, slug, initiative_id, organization_id, role, committed_amount, committed_currency)
            SELECT n, 't' || n, 1001 + n % 20000, 1001 + n * 3 % 10000, 'PARTNER', n, 'CNY'
            FROM generate_series(1001, 61000) AS s(n);
            INSERT INTO financial_report (id, slug, organization_id, fiscal_year, period, currency, revision)
            SELECT n, 'r' || n, 1001 + n / 16, 2000 + n % 16, 'FY', 'CNY', 1 FROM generate_series(1001, 33000) AS s(n);
            INSERT INTO figure (id, slug, report_id, metric, amount, unit, currency, qualifier)
            SELECT n, 'f' || n, 1001 + n / 4, 'metric-' || (n % 4), n, 'MONEY', 'CNY', 'EXACT'
            FROM generate_series(1001, 125000) AS s(n);
            INSERT INTO citation (id, slug, subject_kind, subject_id, source_id, stance)
            SELECT n, 'c' || n, 'figure', n, 1, CASE WHEN n % 10000 = 0 THEN 'CONTESTED' ELSE 'SUPPORTS' END
            FROM generate_series(1001, 129000) AS s(n);
            INSERT INTO organization_history
            SELECT t.*, 5 FROM organization t WHERE t.id > 6000;
            INSERT INTO affiliation_history
            SELECT t.*, 5 FROM affiliation t WHERE t.id > 20000;
            INSERT INTO financial_report_history
            SELECT t.*, 5 FROM financial_report t WHERE t.id > 5000;
            """;

    private Optional<Integer> knownAt = Optional.empty();

    @Test
    void no_query_for_few_records_reads_a_whole_table() throws SQLException {
        selective(SELECTIVE);
    }

    @Test
    void no_query_for_few_records_of_the_past_reads_a_whole_table() throws SQLException {
        knownAt = Optional.of(3);
        // disagreements are answered for the present only, and a page in the order of a list sorts its earlier versions
        selective(SELECTIVE.stream().filter(document -> !document.equals(DISAGREEMENTS) && !document.equals(ORDERED))
                .toList());
    }

    private void selective(List<String> documents) throws SQLException {
        for (String document : documents) {
            BoundPlan asked = answers.ready(new GraphQLRequest(document, null, Map.of())).asked();
            assertThat(asked.fetches()).isNotEmpty();
            for (FetchNode fetch : asked.fetches()) {
                for (SqlBuilder sql : statements(asked, fetch)) {
                    String as = document + "\n" + sql.text();
                    if (h2()) {
                        assertThat(subqueries(sql)).as(as).isLessThan(FEW);
                    } else {
                        assertThat(plan("EXPLAIN ", sql)).as(as).doesNotContain(WHOLE);
                    }
                }
            }
        }
    }

    @Test
    void a_query_over_all_records_reads_a_whole_table() throws SQLException {
        SqlBuilder count = count("{ organizations(filter: {summary: {contains: \"xyz\"}}) { totalCount } }");
        if (h2()) {
            assertThat(subqueries(count)).isGreaterThan(FEW);
        } else {
            assertThat(plan("EXPLAIN ", count)).contains("Seq Scan on organization ");
        }
    }

    @Test
    void substrings_of_names_use_the_trigram_index() throws SQLException {
        Assumptions.assumeFalse(h2(), "H2 has no trigrams");
        for (String entityType : List.of("organizations", "people", "initiatives")) {
            for (String operator : List.of("contains", "startsWith")) {
                assertThat(plan("EXPLAIN ",
                        count("{ " + entityType + "(filter: {name: {" + operator + ": \"ation 77\"}}) { totalCount } }")))
                        .contains("Bitmap Index Scan on", "_folded_name_idx");
            }
        }
    }

    private SqlBuilder count(String document) {
        BoundPlan asked = answers.ready(new GraphQLRequest(document, null, Map.of())).asked();
        return asked.statement(asked.fetches().get(0)).count(asked.pageRequest(asked.fetches().get(0)));
    }

    private List<SqlBuilder> statements(BoundPlan asked, FetchNode fetch) throws SQLException {
        if (fetch.source instanceof FetchSource.Virtual making) {
            List<SqlBuilder> made = new ArrayList<>();
            making.root().made().make(Map.of(), (text, values, row) -> made.add(made(text, values)));
            return made;
        }
        Integer[] parents = IntStream.rangeClosed(1001, 1020).boxed().toArray(Integer[]::new);
        if (fetch.list().source instanceof FetchSource.ChildList children) {
            return h2() ? ofEach(asked, fetch, children.relation()) : ofAll(asked, fetch, children.relation(), parents);
        }
        List<SqlBuilder> statements = new ArrayList<>();
        PageRequest pageRequest = asked.pageRequest(fetch);
        if (fetch.source instanceof FetchSource.GroupBy) {
            statements.add(asked.summary(fetch).groups(pageRequest));
        } else if (fetch.list() != fetch) {
            statements.add(asked.summary(fetch).totals());
        } else if (fetch.source instanceof FetchSource.RootList && fetch.rows()) {
            statements.add(asked.statement(fetch).page(pageRequest));
        }
        if (fetch.count() && fetch.list() == fetch) {
            statements.add(asked.statement(fetch).count(pageRequest));
        }
        return statements;
    }

    private static SqlBuilder made(String text, List<?> values) {
        SqlBuilder sql = new SqlBuilder().add(text);
        values.forEach(sql::bound);
        return sql;
    }

    private static List<SqlBuilder> ofEach(BoundPlan asked, FetchNode fetch, Attribute.Many relation) {
        PageRequest pageRequest = asked.pageRequest(fetch);
        if (fetch.source instanceof FetchSource.GroupBy) {
            return List.of(asked.summary(fetch).groupsOf(relation, pageRequest));
        }
        if (fetch.list() != fetch) {
            return List.of(asked.summary(fetch).totalsOf(relation));
        }
        return List.of(asked.statement(fetch).pageOf(relation, pageRequest),
                asked.statement(fetch).countOf(relation, pageRequest));
    }

    private static List<SqlBuilder> ofAll(BoundPlan asked, FetchNode fetch, Attribute.Many relation, Integer[] parents) {
        PageRequest pageRequest = asked.pageRequest(fetch);
        if (fetch.source instanceof FetchSource.GroupBy) {
            return List.of(asked.summary(fetch).groupsOf(relation, pageRequest, parents));
        }
        if (fetch.list() != fetch) {
            return List.of(asked.summary(fetch).totalsOf(relation, parents));
        }
        return List.of(asked.statement(fetch).pagesOf(relation, pageRequest, parents),
                asked.statement(fetch).countsOf(relation, pageRequest, parents));
    }

    /** How many rows H2 looks at for it. */
    private int subqueries(SqlBuilder sql) throws SQLException {
        Matcher scans = SCANS.matcher(plan("EXPLAIN ANALYZE ", sql));
        int subqueries = 0;
        while (scans.find()) {
            subqueries += Integer.parseInt(scans.group(1));
        }
        return subqueries;
    }

    private String plan(String explain, SqlBuilder sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            if (knownAt.isPresent()) {
                assertThat(KnownSchema.enter(connection, database.dialect(), knownAt.get())).isTrue();
            }
            try {
                explain(explain, sql, connection, plan);
            } finally {
                KnownSchema.leave(connection, database.dialect());
            }
        }
        return plan.toString();
    }

    private static void explain(String explain, SqlBuilder sql, Connection connection, StringBuilder plan)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(explain + sql.text())) {
            sql.bind(statement);
            if (sql.values().contains(SqlBuilder.PARENT)) {
                sql.bindParent(statement, PARENT);
            }
            ResultSet lines = statement.executeQuery();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
    }
}
