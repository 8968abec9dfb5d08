package dev.footnote.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.database.Database;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.domain.event.EventSchema;
import dev.footnote.domain.event.ParticipationSchema;
import dev.footnote.domain.initiative.InitiativeSchema;
import dev.footnote.domain.organization.OrganizationSchema;
import dev.footnote.domain.person.AffiliationSchema;
import dev.footnote.domain.person.PersonSchema;
import dev.footnote.domain.product.ProductSchema;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.query.sql.SqlBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A path search needs few statements for each step, and reads no more facts than its limit. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class PathBoundsTest {

    /** Of one end each. */
    private static final int LOOKUPS = 2;

    @Inject
    Database database;

    private final Metamodel metamodel = new Metamodel(
            List.of(new AffiliationSchema(), new EventSchema(), new InitiativeSchema(), new OrganizationSchema(),
                    new ParticipationSchema(), new PersonSchema(), new ProductSchema(), new SourceSchema()));
    private final PathTypes types = new PathTypes(metamodel);
    private final Random random = new Random(GeneratedProfile.SEED);
    private List<NaivePaths.Place> places;
    private int statements;
    private int rows;

    @BeforeEach
    void read() throws SQLException {
        places = new NaivePaths(database.source()).places();
    }

    @Test
    void a_search_step_needs_one_statement_for_each_relation() throws SQLException {
        int edges = RelationEdge.all(metamodel).size();
        int most = 0;
        for (int i = 0; i < 100; i++) {
            Object[] search = search(BidirectionalSearch.MOST);
            assertThat(search[1]).isEqualTo(true);
            assertThat(statements).isLessThanOrEqualTo(LOOKUPS + edges * (Integer) search[2]);
            most = Math.max(most, rows);
        }
        assertThat(most).as("the most facts of a search").isGreaterThan(10 * edges);
    }

    @Test
    void a_path_search_that_exceeds_its_limit_reports_it() throws SQLException {
        int given = 0;
        for (int most : new int[] { 0, 1, 5, 20, 60, 200 }) {
            for (int i = 0; i < 40; i++) {
                Object[] search = search(most);
                assertThat(rows).as("read").isLessThanOrEqualTo(LOOKUPS + most + 1);
                boolean complete = (Boolean) search[1];
                assertThat(complete).as("read %s of %s", rows, most).isEqualTo(rows - LOOKUPS <= most);
                given += complete ? 0 : 1;
            }
        }
        assertThat(given).isBetween(50, 200);
    }

    @Test
    void an_aborted_search_is_complete_up_to_its_reported_depth() throws SQLException {
        for (int i = 0; i < 60; i++) {
            long seed = random.nextLong();
            Object[] cut = search(30, seed);
            int length = (Integer) search(BidirectionalSearch.MOST, seed)[2];
            assertThat((Integer) cut[2]).isLessThanOrEqualTo(length);
            assertThat((Boolean) cut[1] || (Integer) cut[2] < length).isTrue();
        }
    }

    private Object[] search(int most) throws SQLException {
        return search(most, random.nextLong());
    }

    /** The row of a search between two records by chance, who are not the same. */
    private Object[] search(int most, long seed) throws SQLException {
        Random chance = new Random(seed);
        int from = chance.nextInt(places.size());
        int to = (from + 1 + chance.nextInt(places.size() - 1)) % places.size();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("from", places.get(from).id());
        arguments.put("to", places.get(to).id());
        arguments.put("maxLength", 8);
        statements = 0;
        rows = 0;
        try (Connection connection = database.source().getConnection()) {
            Map<EntityType, List<Object[]>> made = new PathResolver(metamodel, types, most).make(arguments,
                    (sql, values, row) -> run(connection, sql, values, row::read));
            return made.get(types.search).get(0);
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void run(Connection connection, String text, List<?> values, RowReader reader) throws SQLException {
        SqlBuilder sql = new SqlBuilder().add(text);
        values.forEach(sql::bound);
        statements++;
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            sql.bind(statement);
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                rows++;
                reader.read(result);
            }
        }
    }
}
