package dev.footnote.analysis.disagreement;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DisagreementTest {

    @Test
    void sources_disagree_about_when_a_team_was_set_up_and_who_is_president() {
        Door.answers("what_sources_disagree_about");
    }
}
