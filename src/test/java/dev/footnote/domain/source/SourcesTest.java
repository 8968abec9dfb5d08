package dev.footnote.domain.source;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SourcesTest {

    @Test
    void a_source_lists_the_facts_that_cite_it() {
        Door.answers("supported_by_the_interview");
    }
}
