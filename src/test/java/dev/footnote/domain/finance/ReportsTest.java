package dev.footnote.domain.finance;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReportsTest {

    @Test
    void a_quarter_is_reported_with_growth_and_equivalents_as_stated() {
        Door.answers("first_quarter_of_xiaomi");
    }

    @Test
    void a_number_can_stand_on_an_organization_or_an_initiative() {
        Door.answers("figures_on_their_own");
    }
}
