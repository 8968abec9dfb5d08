package dev.footnote.domain.initiative;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InitiativesTest {

    @Test
    void every_initiative_names_who_takes_part_in_which_role_and_with_what_money() {
        Door.answers("who_works_with_whom");
    }

    @Test
    void a_city_has_all_its_initiatives_those_that_are_dated_first() {
        Door.answers("initiatives_in_wuhan");
    }
}
