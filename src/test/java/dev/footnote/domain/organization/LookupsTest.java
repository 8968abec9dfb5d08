package dev.footnote.domain.organization;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LookupsTest {

    @Test
    void every_lookup_returns_the_same_record() {
        Door.answers("the_same_record_by_every_way");
    }
}
