package dev.footnote.domain.person;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AffiliationsTest {

    @Test
    void a_person_is_shown_with_every_role_its_period_and_its_source() {
        Door.answers("roles_of_lei_jun");
    }

    @Test
    void from_a_role_all_parents_of_its_organization_are_reachable() {
        Door.answers("chain_above_luan_jian");
    }
}
