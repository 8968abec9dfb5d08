package dev.footnote.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.answer.Answers;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.sql.Sql;
import dev.footnote.sql.Window;
import dev.footnote.transfer.OwnDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A question about a few of many records reads them by an index: told by PostgreSQL's own plans, over 10,000 organizations. */
@QuarkusTest
@TestProfile(PlansTest.Large.class)
class PlansTest {

    /** A start of the application of its own, because its tables are filled with what is in no dataset. */
    public static class Large extends OwnDatabase {
    }

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
            "{ organizations(first: 20) { nodes { members(filter: {person: {name: {startsWith: \"p\"}}}, first: 3)"
                    + " { nodes { title } aggregate { count } groups(by: [{from: YEAR}]) { nodes { count } } } } } }");

    @Inject
    Database database;

    @Inject
    Answers answers;

    @BeforeEach
    void fill() throws SQLException {
        Assumptions.assumeTrue(database.dialect() == Dialect.POSTGRESQL, "H2's plans say too little");
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            ResultSet known = statement.executeQuery("SELECT COUNT(*) FROM organization WHERE slug = 'o77'");
            known.next();
            if (known.getInt(1) == 0) {
                statement.execute(FILL);
                statement.execute("ANALYZE");
            }
        }
    }

    private static final String FILL = """
            INSERT INTO organization (id, slug, kind, name, country)
            SELECT n, 'o' || n, 'COMPANY', 'Organization ' || n, 'CN' FROM generate_series(1001, 11000) n;
            UPDATE organization SET slug = 'o' || id - 1000 WHERE id > 1000;
            INSERT INTO person (id, slug, name)
            SELECT n, 'p' || n - 1000, 'Person ' || n - 1000 FROM generate_series(1001, 51000) n;
            INSERT INTO initiative (id, slug, kind, name, announced_text, announced_earliest, announced_latest)
            SELECT n, 'i' || n - 1000, 'ALLIANCE', 'Initiative ' || n - 1000, '2018', '2018-01-01', '2018-12-31'
            FROM generate_series(1001, 21000) n;
            INSERT INTO affiliation (id, slug, person_id, organization_id, title, kind, from_text, from_earliest, from_latest)
            SELECT n, 'a' || n, 1001 + n % 50000, 1001 + n * 7 % 10000, 'Engineer', 'STAFF', '2010', '2010-01-01', '2010-12-31'
            FROM generate_series(1001, 101000) n;
            INSERT INTO participation (id, slug, initiative_id, organization_id, role, committed_amount, committed_currency)
            SELECT n, 't' || n, 1001 + n % 20000, 1001 + n * 3 % 10000, 'PARTNER', n, 'CNY'
            FROM generate_series(1001, 61000) n;
            """;

    @Test
    void no_question_about_a_few_reads_a_whole_table() throws SQLException {
        for (String document : SELECTIVE) {
            Asked asked = answers.ready(new Request(document, null, Map.of())).asked();
            assertThat(asked.fetches()).isNotEmpty();
            for (Fetch fetch : asked.fetches()) {
                for (Sql sql : statements(asked, fetch)) {
                    assertThat(plan(sql)).as(document + "\n" + sql.text()).doesNotContain("Seq Scan on organization",
                            "Seq Scan on person", "Seq Scan on initiative", "Seq Scan on affiliation",
                            "Seq Scan on participation");
                }
            }
        }
    }

    @Test
    void a_question_about_all_is_seen_to_read_a_whole_table() throws SQLException {
        Asked asked = answers.ready(new Request(
                "{ organizations(filter: {summary: {contains: \"x\"}}) { totalCount nodes { name } } }", null, Map.of()))
                .asked();
        assertThat(plan(asked.statement(asked.fetches().get(0)).count(asked.window(asked.fetches().get(0)))))
                .contains("Seq Scan on organization");
    }

    private static List<Sql> statements(Asked asked, Fetch fetch) {
        Integer[] parents = IntStream.rangeClosed(1001, 1020).boxed().toArray(Integer[]::new);
        List<Sql> statements = new ArrayList<>();
        boolean children = fetch.list().anchor instanceof Fetch.Children;
        var way = children ? ((Fetch.Children) fetch.list().anchor).way() : null;
        Window window = asked.window(fetch);
        if (fetch.anchor instanceof Fetch.Grouped) {
            statements
                    .add(children ? asked.summary(fetch).groupsOf(way, window, parents) : asked.summary(fetch).groups(window));
        } else if (fetch.list() != fetch) {
            statements.add(children ? asked.summary(fetch).totalsOf(way, parents) : asked.summary(fetch).totals());
        } else if (fetch.rows()) {
            statements
                    .add(children ? asked.statement(fetch).pagesOf(way, window, parents) : asked.statement(fetch).page(window));
        }
        if (fetch.count() && fetch.list() == fetch) {
            statements.add(
                    children ? asked.statement(fetch).countsOf(way, window, parents) : asked.statement(fetch).count(window));
        }
        return statements;
    }

    private String plan(Sql sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.source().getConnection();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql.text())) {
            sql.bind(statement);
            ResultSet lines = statement.executeQuery();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
