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
    void initiatives_of_a_city_are_listed_with_dated_ones_first() {
        Door.answers("initiatives_in_wuhan");
    }
}
