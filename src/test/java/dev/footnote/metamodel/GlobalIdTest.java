package dev.footnote.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobalIdTest {

    @Test
    void an_id_is_a_kind_a_colon_and_a_slug() {
        assertThat(GlobalId.parse("organization:xiaomi")).hasValue(new GlobalId("organization", "xiaomi"));
        assertThat(GlobalId.parse("citation:person:lei-jun:12")).hasValue(new GlobalId("citation", "person:lei-jun:12"));
        assertThat(GlobalId.parse("person:")).hasValue(new GlobalId("person", ""));
    }

    @Test
    void an_id_without_a_kind_names_no_record() {
        assertThat(GlobalId.parse("")).isEmpty();
        assertThat(GlobalId.parse("xiaomi")).isEmpty();
        assertThat(GlobalId.parse(":xiaomi")).isEmpty();
    }
}
