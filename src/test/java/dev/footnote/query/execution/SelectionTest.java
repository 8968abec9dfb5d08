package dev.footnote.query.execution;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SelectionTest {

    @Test
    void every_alias_of_a_relation_is_answered_for_itself() {
        Door.answers("one_relation_by_three_aliases");
    }

    @Test
    void every_type_names_itself() {
        Door.answers("typename_everywhere");
    }

    @Test
    void schema_and_data_can_be_selected_in_one_document() {
        Door.answers("the_schema_and_the_data");
    }

    @Test
    void fragments_conditions_and_repeated_fields_are_merged_as_the_specification_says() {
        Door.answers("fragments_and_conditions",
                Map.of("yes", true, "no", false, "by", Map.of("slug", "xiaomi")), "Everything");
    }
}
