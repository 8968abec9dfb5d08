package dev.footnote.affiliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RolesTest {

    @Test
    void lei_jun_has_four_roles() {
        System.out.println(Door.ask(
                "{ person(by: {slug: \"lei-jun\"}) { name affiliations { totalCount nodes { title kind from to heldOn ended organization { name } citations { nodes { locator source { title published } } } } } } }"));
        assertThat(Door.data("{ person(by: {slug: \"lei-jun\"}) { affiliations { totalCount } } }").at(
                "/person/affiliations/totalCount").asInt()).isEqualTo(4);
    }
}
